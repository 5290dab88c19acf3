// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.quality;

import io.odometer.core.drift.ModelQuality;
import io.odometer.core.project.Algorithm;
import io.odometer.core.project.ProjectName;
import io.odometer.core.registry.ModelId;
import io.odometer.core.registry.ModelVersion;
import io.odometer.monitor.payload.PayloadColumns;
import io.odometer.monitor.payload.PayloadRow;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The quality of each version, and of what they said together. For one thread. */
final class WindowQuality {
  private final ProjectName project;
  private final ModelQuality combined = new ModelQuality();
  private final SortedMap<ModelId, ModelQuality> members =
      new TreeMap<>(Comparator.comparing(ModelId::algorithm).thenComparing(ModelId::version));
  private long rows;

  WindowQuality(ProjectName project) {
    this.project = project;
  }

  /**
   * @param label NaN where it is not known
   */
  void add(PayloadColumns columns, PayloadRow row, double label) {
    rows++;
    if (Double.isNaN(label)) {
      return;
    }
    add(combined, label, row.prediction());
    for (int i = 0; i < columns.algorithms().size(); i++) {
      add(columns.algorithms().get(i), row.version(i), label, row.prediction(i));
    }
  }

  private void add(
      Algorithm algorithm, @Nullable ModelVersion version, double label, double prediction) {
    if (version != null) {
      ModelId id = new ModelId(project, algorithm, version);
      add(members.computeIfAbsent(id, absent -> new ModelQuality()), label, prediction);
    }
  }

  private static void add(ModelQuality quality, double label, double prediction) {
    if (Double.isFinite(prediction)) {
      quality.add(label, prediction);
    }
  }

  void merge(WindowQuality other) {
    rows += other.rows;
    combined.merge(other.combined);
    other.members.forEach(
        (id, quality) -> members.computeIfAbsent(id, absent -> new ModelQuality()).merge(quality));
  }

  /** With a prediction, labelled or not. */
  long rows() {
    return rows;
  }

  long labelled() {
    return combined.rows();
  }

  ModelQuality combined() {
    return combined;
  }

  /** Those that predicted a labelled row. */
  SortedMap<ModelId, ModelQuality> members() {
    SortedMap<ModelId, ModelQuality> some = new TreeMap<>(members);
    some.values().removeIf(quality -> quality.rows() == 0);
    return some;
  }
}
