// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.report;

import io.odometer.core.project.MonitoringSettings;
import io.odometer.monitor.report.Page.Fact;
import java.util.List;

/** What the words and limits mean. */
final class Methods {
  private Methods() {}

  static List<Fact> of(MonitoringSettings settings) {
    return List.of(
        new Fact(
            "Baseline and now",
            "The baseline of a feature is what it was in the rows that the newest serving version"
                + " was trained on; that of predictions, what the version predicted for its test"
                + " rows. Now is this window."),
        new Fact(
            "Distance",
            "For numbers the largest gap between the cumulative shares of baseline and now, for"
                + " categories the largest change of a share: 0 is equal, 1 is nothing in common."
                + " Simple is the gap itself, Robust less what sampling may make of it. A distance"
                + " breaks its limit only if it is also more than chance explains."),
        new Fact(
            "Completeness, types, values",
            "The share of rows with a value, of values that can be read as the column's type, and"
                + " of names that the baseline knows. Dates and free text are not compared by their"
                + " distribution."),
        new Fact(
            "PSI, Wasserstein, p-value",
            "Told for comparison, without a limit. PSI is the population stability index (over 0.25"
                + " is commonly called a large shift); Wasserstein is how far values moved on"
                + " average, in the feature's own unit; the p-value says how often chance alone"
                + " makes such a difference."),
        new Fact(
            "When people are told",
            "A window of fewer than %s says nothing. All checks of a window share one rate of false alarms, so that many features do not mean many alarms. A broken limit is an alarm when it is broken in %d of the last %s."
                .formatted(
                    Figures.count(settings.minimumRows(), "row"),
                    settings.alarm().fails(),
                    Figures.count(settings.alarm().of(), "window"))),
        new Fact(
            "Model quality",
            "Errors are known once labels come. MAE and RMSE are mean errors in the target's unit,"
                + " MSE is RMSE squared, R² the share of the labels' variance that is explained."
                + " Limits leave a tenth of room above the errors on the test rows."));
  }
}
