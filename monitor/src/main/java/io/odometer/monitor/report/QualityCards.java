// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.report;

import io.odometer.core.drift.ModelQualityConstraints;
import io.odometer.core.drift.ModelQualityConstraints.Threshold;
import io.odometer.core.drift.ModelQualityStatistics;
import io.odometer.core.drift.RegressionMetric;
import io.odometer.monitor.quality.MemberQuality;
import io.odometer.monitor.quality.QualityFindings;
import io.odometer.monitor.report.Page.Fact;
import io.odometer.monitor.report.Page.Measure;
import io.odometer.monitor.report.Page.Quality;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How good each version's predictions are by the labels known. */
final class QualityCards {
  private static final String RMSE_CHECK = "GreaterThanThreshold";

  private final RunView view;

  QualityCards(RunView view) {
    this.view = view;
  }

  List<Quality> list() {
    QualityFindings quality = view.quality();
    return quality == null ? List.of() : quality.members().stream().map(this::card).toList();
  }

  /** What there is to say of all. */
  String note() {
    QualityFindings quality = view.quality();
    if (quality == null) {
      return "No label came for the predictions, so that their errors are not known.";
    }
    String known =
        "%s of this window's %s have a label (%s)."
            .formatted(
                Figures.count(quality.labelled()),
                Figures.count(quality.predictions(), "prediction"),
                Figures.share(
                    quality.predictions() == 0
                        ? 0
                        : (double) quality.labelled() / quality.predictions()));
    return quality.reopened().isEmpty()
        ? known
        : known
            + " Late labels also changed %s, measured again."
                .formatted(Figures.count(quality.reopened().size(), "earlier window"));
  }

  private Quality card(MemberQuality member) {
    boolean combined = member.name().equals(MemberQuality.COMBINED);
    String metric = member.metric(RegressionMetric.RMSE.json());
    Trends trends = new Trends(view);
    return new Quality(
        combined ? "All versions combined" : member.name(),
        States.of(member.violations(), view, member.speaks() && !combined)
            .verdict("", List.of(new Fact("", "")), null),
        text(member, combined),
        Arrays.stream(RegressionMetric.values()).map(one -> measure(member, one)).toList(),
        trends.of(metric, RMSE_CHECK),
        trends.text("RMSE", metric, RMSE_CHECK));
  }

  private static String text(MemberQuality member, boolean combined) {
    String rows =
        member.current() == null
            ? "No label for its predictions."
            : "By " + Figures.count(member.current().rows(), "label") + ".";
    if (combined) {
      return rows + " What callers get; it has no limits of its own.";
    }
    String version = "Version " + member.version() + ". " + rows;
    if (member.baseline() == null) {
      return version + " It has no baseline.";
    }
    return member.speaks() ? version : version + " Too few to judge it.";
  }

  private static Measure measure(MemberQuality member, RegressionMetric metric) {
    boolean broken =
        member.violations().stream()
            .anyMatch(one -> one.subject().equals(member.metric(metric.json())));
    return new Measure(
        metric == RegressionMetric.R2 ? "R²" : metric.name(),
        value(member.baseline(), metric),
        value(member.current(), metric),
        limit(member.constraints(), metric),
        broken ? "broken" : "");
  }

  private static String value(
      @Nullable ModelQualityStatistics statistics, RegressionMetric metric) {
    return statistics == null ? "–" : Figures.number(statistics.value(metric));
  }

  private static String limit(
      @Nullable ModelQualityConstraints constraints, RegressionMetric metric) {
    Threshold threshold = constraints == null ? null : constraints.threshold(metric);
    if (threshold == null) {
      return "";
    }
    String sign = threshold.comparisonOperator().json().equals(RMSE_CHECK) ? "≤ " : "≥ ";
    return sign + Figures.number(threshold.threshold());
  }
}
