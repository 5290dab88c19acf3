// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.report;

import io.odometer.core.drift.CheckType;
import io.odometer.core.drift.Distances;
import io.odometer.core.drift.FeatureConstraints;
import io.odometer.core.drift.FeatureReport;
import io.odometer.core.drift.FeatureReport.Counts;
import io.odometer.monitor.data.FeatureSummary;
import io.odometer.monitor.data.FeatureSummary.Numbers;
import io.odometer.monitor.report.Page.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The numbers of a feature's card. */
final class FeatureMeasures {
  private final RunView view;
  private final FeatureReport feature;
  private final @Nullable FeatureSummary summary;
  private final List<Measure> measures = new ArrayList<>();

  FeatureMeasures(RunView view, FeatureReport feature, @Nullable FeatureSummary summary) {
    this.view = view;
    this.feature = feature;
    this.summary = summary;
  }

  List<Measure> list() {
    completeness();
    unreadable();
    number("Mean", Numbers::mean);
    number("Median", Numbers::median);
    number("Std. deviation", Numbers::deviation);
    number("Least", Numbers::least);
    number("Most", Numbers::most);
    if (feature.distances() != null) {
      distances(feature.distances());
    }
    return List.copyOf(measures);
  }

  private void completeness() {
    Double least =
        view.constraints() == null
            ? null
            : view.constraints()
                .feature(feature.name())
                .map(FeatureConstraints::completeness)
                .orElse(null);
    measures.add(
        new Measure(
            "Completeness",
            share(feature.baseline()),
            share(feature.current()),
            least == null ? "" : "≥ " + Figures.share(least),
            broken(CheckType.COMPLETENESS)));
  }

  private void unreadable() {
    long before = feature.baseline() == null ? 0 : feature.baseline().unreadable();
    long now = feature.current() == null ? 0 : feature.current().unreadable();
    String broken = broken(CheckType.DATA_TYPE);
    if (before + now > 0 || !broken.isEmpty()) {
      measures.add(
          new Measure("Unreadable values", Figures.count(before), Figures.count(now), "", broken));
    }
  }

  private void number(String name, ToDoubleFunction<Numbers> number) {
    if (summary != null && (summary.baseline() != null || summary.current() != null)) {
      measures.add(
          new Measure(
              name, text(summary.baseline(), number), text(summary.current(), number), "", ""));
    }
  }

  private static String text(@Nullable Numbers numbers, ToDoubleFunction<Numbers> number) {
    return numbers == null ? "–" : Figures.number(number.applyAsDouble(numbers));
  }

  private void distances(Distances distances) {
    measures.add(
        new Measure(
            "Distance (" + distances.method() + ")",
            "",
            Figures.number(distances.distance()),
            "≤ " + Figures.number(distances.threshold()),
            broken(CheckType.BASELINE_DRIFT)));
    plain("PSI", distances.psi());
    if (distances.wasserstein() != null) {
      plain("Wasserstein", distances.wasserstein());
    }
    if (Double.isFinite(distances.pValue())) {
      plain("p-value", distances.pValue());
    }
  }

  private void plain(String name, double value) {
    measures.add(new Measure(name, "", Figures.number(value), "", ""));
  }

  private String broken(CheckType check) {
    return view.violations(feature.name()).stream()
            .anyMatch(violation -> violation.constraintCheckType().equals(check.json()))
        ? "broken"
        : "";
  }

  private static String share(@Nullable Counts counts) {
    return counts == null ? "–" : Figures.share(counts.completeness());
  }
}
