// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.verdict;

import io.odometer.core.drift.Constraints;
import io.odometer.core.drift.FeatureReport;
import io.odometer.core.drift.Violation;
import io.odometer.core.json.Json;
import io.odometer.core.monitoring.EvaluateDriftInput;
import io.odometer.core.monitoring.QualityResult;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.monitor.data.DataFindings;
import io.odometer.monitor.data.DataQualityTask;
import io.odometer.monitor.quality.QualityFindings;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What both checks of a window said.
 *
 * @param data null if there was nothing to compare with
 * @param constraints as used; null likewise
 * @param quality null without labels
 */
record RunFindings(
    @Nullable DataFindings data,
    @Nullable Constraints constraints,
    @Nullable QualityFindings quality) {

  static RunFindings read(ObjectStore store, EvaluateDriftInput input) {
    return new RunFindings(
        read(store, input.dataQuality(), DataFindings.FILE, DataFindings.class),
        read(store, input.dataQuality(), DataQualityTask.CONSTRAINTS, Constraints.class),
        read(store, input.modelQuality(), QualityFindings.FILE, QualityFindings.class));
  }

  private static <T> @Nullable T read(
      ObjectStore store, QualityResult result, String file, Class<T> type) {
    ObjectKey folder = result.folder();
    return folder == null ? null : Json.read(store.read(folder.child(file)), type);
  }

  List<Violation> dataViolations() {
    return data == null ? List.of() : data.report().violations();
  }

  List<Violation> qualityViolations() {
    return quality == null
        ? List.of()
        : quality.members().stream().flatMap(member -> member.violations().stream()).toList();
  }

  Optional<FeatureReport> feature(String name) {
    return data == null ? Optional.empty() : data.report().feature(name);
  }
}
