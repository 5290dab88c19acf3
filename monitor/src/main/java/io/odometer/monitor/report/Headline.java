// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.report;

import io.odometer.core.drift.FeatureReport;
import io.odometer.core.drift.Violation;
import io.odometer.core.monitoring.DriftFound.Alarm;
import io.odometer.core.project.AlarmRule;
import io.odometer.core.project.DriftPolicy;
import io.odometer.core.project.Project;
import io.odometer.monitor.data.FeatureSummary;
import io.odometer.monitor.report.Page.Fact;
import io.odometer.monitor.report.Page.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The answer: what drifted, how much, since when, and what to do. */
final class Headline {
  private static final int NAMES = 5;

  private final RunView view;
  private final Project project;

  Headline(RunView view) {
    this.view = view;
    this.project = view.input().project();
  }

  Verdict verdict() {
    if (!view.alarms().isEmpty()) {
      return States.DRIFT.verdict(drift(), findings(), advice());
    }
    if (!view.violations().isEmpty()) {
      return States.WATCH.verdict(watch(), List.of(), null);
    }
    if (view.data() == null) {
      return States.SILENT.verdict(
          "Nothing was judged: the serving version has no baseline.",
          List.of(),
          "Train again: versions are published with a baseline now.");
    }
    if (!view.data().report().speaks()) {
      return States.SILENT.verdict(tooFew(), List.of(), null);
    }
    return States.STEADY.verdict(steady(), List.of(), null);
  }

  private String drift() {
    List<String> clauses = new ArrayList<>();
    List<String> features = subjects(Subject.FEATURE);
    if (!features.isEmpty()) {
      String have = features.size() == 1 ? " has drifted" : " have drifted";
      clauses.add(Sentences.list(features, NAMES) + have);
    }
    List<String> predictions =
        subjects(Subject.PREDICTION).stream().map(Subject::withoutPrefix).toList();
    if (!predictions.isEmpty()) {
      clauses.add("predictions of " + Sentences.list(predictions, NAMES) + " have shifted");
    }
    List<String> members =
        subjects(Subject.METRIC).stream().map(Subject::member).distinct().toList();
    if (!members.isEmpty()) {
      clauses.add("errors of " + Sentences.list(members, NAMES) + " are outside their limits");
    }
    String what = Sentences.list(clauses);
    // What columns are called stays as it is.
    String first = features.isEmpty() ? Sentences.capitalized(what) : what;
    return "%s, since %s.".formatted(first, time(since()));
  }

  private List<String> subjects(Subject subject) {
    return view.alarms().stream()
        .filter(alarm -> Subject.of(alarm, view) == subject)
        .map(Alarm::feature)
        .distinct()
        .toList();
  }

  private Instant since() {
    return view.alarms().stream()
        .map(view::since)
        .min(Instant::compareTo)
        .orElse(view.window().startedAt());
  }

  /** One line a feature, predictions and then what members' metrics are after features. */
  private List<Fact> findings() {
    Map<String, String> lines = new LinkedHashMap<>();
    for (Subject subject : Subject.values()) {
      view.alarms().stream()
          .filter(alarm -> Subject.of(alarm, view) == subject)
          .forEach(
              alarm ->
                  lines.merge(
                      subject == Subject.METRIC ? Subject.member(alarm.feature()) : alarm.feature(),
                      sentence(alarm),
                      (one, other) -> one + "; " + other));
    }
    return lines.entrySet().stream().map(line -> new Fact(line.getKey(), line.getValue())).toList();
  }

  private String sentence(Alarm alarm) {
    if (Subject.of(alarm, view) == Subject.METRIC) {
      return Sentences.metric(alarm);
    }
    FeatureReport report =
        view.features().stream()
            .filter(feature -> feature.name().equals(alarm.feature()))
            .findFirst()
            .orElse(null);
    FeatureSummary summary =
        view.data() == null ? null : view.data().summary(alarm.feature()).orElse(null);
    return Sentences.of(alarm.check(), alarm.description(), report, summary);
  }

  private String advice() {
    String retrain =
        project.monitoring().onDrift() == DriftPolicy.RETRAIN
            ? "A training starts by itself, unless drift started one a short while ago; it helps"
                + " once newer rows lie in training/%s/."
            : "If the world has changed and will stay so, put newer rows in training/%s/: that"
                + " trains again.";
    boolean onlyMetrics =
        view.alarms().stream().allMatch(alarm -> Subject.of(alarm, view) == Subject.METRIC);
    String expected =
        onlyMetrics
            ? ""
            : " If you expected it, raise the limit in monitoring/%s/constraints.json.";
    return ("Look at what stands below. If a source is at fault, mend it there; no training helps. "
            + retrain
            + expected)
        .formatted(project.name(), project.name());
  }

  private String watch() {
    AlarmRule rule = project.monitoring().alarm();
    List<String> names = view.violations().stream().map(Violation::subject).distinct().toList();
    return "Nothing to do yet: %s outside %s in this window; people are told when %d of the last %d are."
        .formatted(
            Sentences.list(names, NAMES) + (names.size() == 1 ? " is" : " are"),
            names.size() == 1 ? "its limits" : "their limits",
            rule.fails(),
            rule.of());
  }

  private String tooFew() {
    return "Too few rows to judge: %s, and a verdict needs %s."
        .formatted(
            Figures.count(view.window().rows()), Figures.count(project.monitoring().minimumRows()));
  }

  private String steady() {
    return "No drift: all %s are as they were at training."
        .formatted(Figures.count(view.features().size(), "feature"));
  }

  private String time(Instant instant) {
    return Figures.time(instant, project.monitoring().timeZone());
  }
}
