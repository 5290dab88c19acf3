// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.quality;

import io.odometer.core.drift.ModelQualityConstraints;
import io.odometer.core.drift.ModelQualityStatistics;
import io.odometer.core.json.Json;
import io.odometer.core.monitoring.BaselineFiles;
import io.odometer.core.registry.ModelId;
import io.odometer.core.store.ObjectStore;
import org.jspecify.annotations.Nullable;

/** What versions were like when they were made; versions of old have nothing. */
final class ModelBaselines {
  private final ObjectStore store;

  ModelBaselines(ObjectStore store) {
    this.store = store;
  }

  @Nullable ModelQualityStatistics statistics(ModelId id) {
    return read(id, BaselineFiles.MODEL_STATISTICS, ModelQualityStatistics.class);
  }

  @Nullable ModelQualityConstraints constraints(ModelId id) {
    return read(id, BaselineFiles.MODEL_CONSTRAINTS, ModelQualityConstraints.class);
  }

  private <T> @Nullable T read(ModelId id, String file, Class<T> type) {
    return store
        .readIfThere(id.folder().child(file))
        .map(json -> Json.read(json, type))
        .orElse(null);
  }
}
