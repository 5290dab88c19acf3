// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.monitoring;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.registry.ModelId;
import io.odometer.core.store.ObjectKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say of drift: the data of event {@code drift.found}. Since it travels within an
 * execution, it is of bounded size: long cells and names are cut to about 100 letters, and the
 * report has what is left out here.
 *
 * @param from when the window's oldest row was served
 * @param to when its newest was
 * @param alarms the first {@value #MOST_ALARMS}; {@link DriftVerdict#alarms} counts all
 * @param charts of the features that drifted, at most {@value #MOST_CHARTS}
 */
public record DriftFound(
    ExecutionId execution,
    List<ModelId> members,
    @Nullable Instant from,
    @Nullable Instant to,
    long rows,
    long labels,
    List<Alarm> alarms,
    List<Chart> charts,
    ObjectKey report) {
  public static final int MOST_ALARMS = 50;
  public static final int MOST_WITH_EXAMPLES = 10;
  public static final int MOST_EXAMPLES = 3;
  public static final int MOST_CHARTS = 10;

  public DriftFound {
    members = List.copyOf(members);
    alarms = List.copyOf(alarms);
    charts = List.copyOf(charts);
  }

  /**
   * One violation that has to be acted on.
   *
   * @param feature a column, {@code prediction_<algorithm>}, or a metric such as {@code rmse}
   * @param check as in SageMaker's {@code constraint_check_type}
   * @param distance what was measured; null if the check measures none
   * @param examples at most {@value #MOST_EXAMPLES} rows that show it, by column; only of the first
   *     {@value #MOST_WITH_EXAMPLES} alarms
   */
  public record Alarm(
      String feature,
      String check,
      String description,
      @Nullable Double distance,
      @Nullable Double threshold,
      List<Map<String, String>> examples) {
    public Alarm {
      examples = List.copyOf(examples);
    }
  }

  /**
   * A feature's histogram, baseline against now.
   *
   * @param labels of the buckets
   * @param baseline share of rows in each
   * @param current share of rows in each
   */
  public record Chart(
      String feature, List<String> labels, List<Double> baseline, List<Double> current) {
    public Chart {
      labels = List.copyOf(labels);
      baseline = List.copyOf(baseline);
      current = List.copyOf(current);
      if (labels.size() != baseline.size() || labels.size() != current.size()) {
        throw new IllegalArgumentException("a chart has a share for each bucket");
      }
    }
  }
}
