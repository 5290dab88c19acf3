// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.data;

import io.odometer.core.drift.Constraints;
import io.odometer.core.json.Json;
import io.odometer.core.monitoring.BaselineFiles;
import io.odometer.core.profile.DatasetStatistics;
import io.odometer.core.profile.FeatureStatistics;
import io.odometer.core.registry.ModelId;
import io.odometer.core.schema.Schema;
import io.odometer.core.serving.ModelFiles;
import io.odometer.core.store.ObjectStore;
import java.util.Optional;

/** Reads what versions were published with; those from before there were baselines have none. */
final class Baselines {
  private final ObjectStore store;

  Baselines(ObjectStore store) {
    this.store = store;
  }

  Schema schema(ModelId version) {
    return Json.read(store.read(version.folder().child(ModelFiles.SCHEMA)), Schema.class);
  }

  Optional<DatasetStatistics> statistics(ModelId version) {
    return find(version, BaselineFiles.STATISTICS, DatasetStatistics.class);
  }

  /** As they were suggested, unless somebody took them away. */
  Constraints constraints(ModelId version, DatasetStatistics statistics) {
    return find(version, BaselineFiles.CONSTRAINTS, Constraints.class)
        .orElseGet(() -> Constraints.suggest(statistics));
  }

  /** Of the version's predictions, by the name that the column has beside those of others. */
  Optional<FeatureStatistics> predictions(ModelId version, String name) {
    return find(version, BaselineFiles.PREDICTION_STATISTICS, DatasetStatistics.class)
        .flatMap(statistics -> statistics.features().stream().findFirst())
        .map(
            feature ->
                new FeatureStatistics(
                    name,
                    feature.inferredType(),
                    feature.numericalStatistics(),
                    feature.stringStatistics(),
                    feature.odometer()));
  }

  private <T> Optional<T> find(ModelId version, String file, Class<T> type) {
    return store.readIfThere(version.folder().child(file)).map(json -> Json.read(json, type));
  }
}
