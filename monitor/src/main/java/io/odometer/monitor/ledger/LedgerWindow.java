// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.ledger;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.store.ObjectKey;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A run that counts.
 *
 * @param startedAt the execution
 * @param from when the window's oldest row was served; null without rows
 * @param to when its newest was
 * @param labels that this run took
 * @param labelled rows of this window whose label is known by now
 * @param outcomes of its checks; forgotten after some windows
 * @param metrics of models in this window over all labels known, by member and metric, such as
 *     {@code xgboost.rmse}; of the combined prediction without a member, {@code rmse}
 * @param predictions what late labels are joined to; null if no row has a prediction
 * @param truth the labels this run took; null if there were none
 */
public record LedgerWindow(
    ExecutionId execution,
    Instant startedAt,
    @Nullable Instant from,
    @Nullable Instant to,
    long rows,
    long labels,
    long labelled,
    List<CheckOutcome> outcomes,
    Map<String, Double> metrics,
    @Nullable ObjectKey predictions,
    @Nullable ObjectKey truth) {
  public LedgerWindow {
    outcomes = List.copyOf(outcomes);
    metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
  }

  /** What is enough to find its predictions and labels. */
  LedgerWindow withoutFindings() {
    return with(List.of(), labelled, Map.of());
  }

  /** Labels came late: the same window, measured by more of them. */
  public LedgerWindow measured(long labelledNow, Map<String, Double> metricsNow) {
    return with(outcomes, labelledNow, metricsNow);
  }

  private LedgerWindow with(
      List<CheckOutcome> newOutcomes, long newLabelled, Map<String, Double> newMetrics) {
    return new LedgerWindow(
        execution,
        startedAt,
        from,
        to,
        rows,
        labels,
        newLabelled,
        newOutcomes,
        newMetrics,
        predictions,
        truth);
  }
}
