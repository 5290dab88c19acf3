// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.quality;

import io.odometer.core.drift.Sensitivity;
import io.odometer.core.monitoring.ChecksInput;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.monitor.ledger.Ledger;
import io.odometer.monitor.ledger.LedgerWindow;
import io.odometer.monitor.payload.Taken;
import io.odometer.platform.task.TaskContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Measures what a run's labels belong to: this window, and each earlier one that they reopen, by
 * all labels known of it. For one thread.
 */
final class QualityRun {
  private final ChecksInput input;
  private final Taken taken;
  private final List<LedgerWindow> earlier;
  private final LabelJoin join;
  private final QualityJudge judge;
  private final WindowQuality all;
  private final List<LedgerWindow> reopened = new ArrayList<>();
  private final List<WindowReport> reports = new ArrayList<>();

  QualityRun(
      ObjectStore store, ChecksInput input, Taken taken, Ledger ledger, TaskContext context) {
    this.input = input;
    this.taken = taken;
    this.earlier = earlier(ledger, input, context);
    this.join = new LabelJoin(store, input.project().name());
    this.judge =
        new QualityJudge(
            new ModelBaselines(store),
            input.endpoint(),
            Sensitivity.DEFAULT.withMinimumRows(input.project().monitoring().minimumRows()),
            context.executionStartedAt());
    this.all = new WindowQuality(input.project().name());
  }

  /** Those whose labels are still looked for. */
  private static List<LedgerWindow> earlier(Ledger ledger, ChecksInput input, TaskContext context) {
    Instant horizon =
        context.executionStartedAt().minus(input.project().monitoring().labelHorizon());
    return ledger.windows().stream()
        .filter(window -> !window.execution().equals(context.execution()))
        .filter(window -> window.startedAt().isAfter(horizon))
        .toList();
  }

  QualityFindings measure() {
    List<ObjectKey> truth = truth();
    WindowQuality now = new WindowQuality(input.project().name());
    if (taken.predictions() != null) {
      now.merge(join.measure(taken.predictions(), truth));
    }
    all.merge(now);
    if (input.window().mode().movesBookmark() && taken.labels() != null) {
      reopen(truth);
    }
    return new QualityFindings(
        now.rows(), now.labelled(), judge.judge(all), reopened, notices(now));
  }

  /** Of all runs, oldest first: a label may come before its prediction, too. */
  private List<ObjectKey> truth() {
    List<ObjectKey> truth = new ArrayList<>();
    for (LedgerWindow window : earlier) {
      if (window.truth() != null) {
        truth.add(window.truth());
      }
    }
    if (taken.labels() != null) {
      truth.add(taken.labels());
    }
    return truth;
  }

  private void reopen(List<ObjectKey> truth) {
    LabelSlots labels = join.slots(List.of(Objects.requireNonNull(taken.labels())));
    for (LedgerWindow window : earlier) {
      ObjectKey predictions = window.predictions();
      if (predictions != null && join.touches(labels, predictions)) {
        reopen(window, join.measure(predictions, truth));
      }
    }
  }

  private void reopen(LedgerWindow window, WindowQuality quality) {
    all.merge(quality);
    List<MemberQuality> members = judge.judge(quality);
    reopened.add(window.measured(quality.labelled(), MemberQuality.metrics(members)));
    reports.add(new WindowReport(window.execution(), quality.rows(), quality.labelled(), members));
  }

  /** One for each window that was reopened. */
  List<WindowReport> reports() {
    return reports;
  }

  private List<String> notices(WindowQuality now) {
    List<String> notices = new ArrayList<>();
    if (!reopened.isEmpty()) {
      notices.add(
          "Labels came late: %d earlier windows were measured again, and models are judged by those windows, too"
              .formatted(reopened.size()));
    }
    if (taken.labels() == null) {
      return notices;
    }
    if (all.labelled() == 0) {
      notices.add("None of the labels belongs to a prediction that is known");
    } else if (now.labelled() < now.rows()) {
      notices.add(
          "%,d of the %,d predictions of this window have a label"
              .formatted(now.labelled(), now.rows()));
    }
    taken
        .unusableLabels()
        .forEach(
            (reason, count) ->
                notices.add(
                    "Ground truth that could not be used: %s, %,d times".formatted(reason, count)));
    return notices;
  }
}
