// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.report;

import io.odometer.core.drift.CheckType;
import io.odometer.core.drift.FeatureReport;
import io.odometer.core.drift.Histogram;
import io.odometer.core.drift.Violation;
import io.odometer.core.profile.ProfiledColumn.Kind;
import io.odometer.core.text.Shortened;
import io.odometer.monitor.data.FeatureSummary;
import io.odometer.monitor.report.Page.Card;
import io.odometer.monitor.report.Page.Cells;
import io.odometer.monitor.report.Page.Fact;
import io.odometer.monitor.report.Page.Rows;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A card for each feature, and for each member's predictions. */
final class FeatureCards {
  private static final int LETTERS = 60;

  private final RunView view;
  private final Trends trends;

  FeatureCards(RunView view) {
    this.view = view;
    this.trends = new Trends(view);
  }

  Card card(FeatureReport feature, int index) {
    List<Violation> violations = view.violations(feature.name());
    FeatureSummary summary = summary(feature.name());
    List<Fact> findings =
        violations.stream()
            .map(
                violation ->
                    new Fact(
                        violation.constraintCheckType(),
                        Sentences.of(
                            violation.constraintCheckType(),
                            violation.description(),
                            feature,
                            summary)))
            .toList();
    String check = CheckType.BASELINE_DRIFT.json();
    return new Card(
        "feature-" + index,
        feature.name(),
        kind(feature),
        States.of(violations, view, feature.speaks()).verdict("", findings, null),
        chart(feature),
        new FeatureMeasures(view, feature, summary).list(),
        trends.of(feature.name(), check),
        trends.text("Distance", feature.name(), check),
        examples(feature.name(), violations));
  }

  /** A column that the baseline does not know has no report of its own. */
  Card extra(Violation violation, int index) {
    Fact finding =
        new Fact(
            violation.constraintCheckType(),
            Sentences.of(violation.constraintCheckType(), violation.description(), null, null));
    return new Card(
        "extra-" + index,
        violation.subject(),
        "unknown column",
        States.of(List.of(violation), view, true).verdict("", List.of(finding), null),
        null,
        List.of(),
        null,
        null,
        null);
  }

  private static String kind(FeatureReport feature) {
    return feature.kind() == null ? "" : feature.kind().json();
  }

  private @Nullable FeatureSummary summary(String name) {
    return view.data() == null ? null : view.data().summary(name).orElse(null);
  }

  private static @Nullable Picture chart(FeatureReport feature) {
    Histogram histogram = feature.histogram();
    if (histogram == null) {
      return null;
    }
    if (feature.kind() == Kind.NUMBER) {
      List<String> edges = histogram.edges().stream().map(Figures::tick).toList();
      return NumberBars.of(bars(feature.name(), edges, histogram));
    }
    return CategoryBars.of(bars(feature.name(), histogram.labels(), histogram));
  }

  private static Bars bars(String name, List<String> labels, Histogram histogram) {
    return new Bars(name, labels, histogram.baseline(), histogram.current());
  }

  private @Nullable Rows examples(String name, List<Violation> violations) {
    List<Map<String, String>> rows =
        view.data() == null
            ? List.of()
            : violations.stream()
                .flatMap(violation -> view.data().examples(violation).stream())
                .distinct()
                .toList();
    if (rows.isEmpty()) {
      return null;
    }
    Set<String> columns =
        new LinkedHashSet<>(List.of("odometer.id", "odometer.time", "odometer.prediction", name));
    rows.forEach(row -> columns.addAll(row.keySet()));
    columns.removeIf(column -> rows.stream().noneMatch(row -> row.containsKey(column)));
    List<Cells> cells = new ArrayList<>();
    for (Map<String, String> row : rows) {
      cells.add(
          new Cells(
              columns.stream()
                  .map(column -> Shortened.of(row.getOrDefault(column, ""), LETTERS))
                  .toList()));
    }
    return new Rows(
        columns.stream().map(column -> column.replaceFirst("^odometer\\.", "")).toList(), cells);
  }
}
