// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.verdict;

import io.odometer.core.drift.Violation;
import io.odometer.core.json.Json;
import io.odometer.core.monitoring.DriftFound;
import io.odometer.core.monitoring.DriftFound.Alarm;
import io.odometer.core.monitoring.DriftVerdict;
import io.odometer.core.monitoring.EvaluateDriftInput;
import io.odometer.core.monitoring.MonitoringObjects;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.monitor.ledger.Ledger;
import io.odometer.monitor.ledger.LedgerStore;
import io.odometer.monitor.ledger.LedgerVersion;
import io.odometer.monitor.ledger.LedgerWindow;
import io.odometer.monitor.payload.Taken;
import io.odometer.monitor.report.RunReport;
import io.odometer.monitor.report.RunView;
import io.odometer.platform.task.TaskContext;
import io.odometer.platform.task.TaskHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The task {@code evaluate-drift}: {@link EvaluateDriftInput} to {@link DriftVerdict}. It publishes
 * each result once and moves the ledger last: only then does the run count. Whoever does it again
 * finds the verdict of the first. Safe for use by many threads.
 */
public final class EvaluateDriftTask implements TaskHandler {
  private static final String VERDICT = "verdict.json";

  private final ObjectStore store;
  private final LedgerStore ledgers;
  private final RunReport report = new RunReport();

  public EvaluateDriftTask(ObjectStore store) {
    this.store = store;
    this.ledgers = new LedgerStore(store);
  }

  @Override
  public JsonNode run(TaskContext context, JsonNode input) {
    EvaluateDriftInput typed = Json.fromTree(input, EvaluateDriftInput.class);
    Taken taken = Json.read(store.read(typed.consolidated().taken()), Taken.class);
    LedgerVersion ledger = ledgers.read(typed.project().name());
    RunFindings findings = RunFindings.read(store, typed);
    ResultsFolder results =
        new ResultsFolder(
            store, MonitoringObjects.folder(typed.project().name(), context.execution()));
    LedgerWindow window = window(context, typed, taken, findings, results);
    publish(context, typed, taken, findings, window, before(ledger.ledger(), context), results);
    if (typed.window().mode().movesBookmark()) {
      commit(typed, taken, ledger.ledger(), window, findings);
    }
    return Json.tree(results.read(VERDICT));
  }

  /** As they were when the run began, also for one that has counted already. */
  private static List<LedgerWindow> before(Ledger ledger, TaskContext context) {
    return ledger.recent().stream()
        .takeWhile(window -> !window.execution().equals(context.execution()))
        .toList();
  }

  private static LedgerWindow window(
      TaskContext context,
      EvaluateDriftInput input,
      Taken taken,
      RunFindings findings,
      ResultsFolder results) {
    return new LedgerWindow(
        context.execution(),
        context.executionStartedAt(),
        input.consolidated().from(),
        input.consolidated().to(),
        input.consolidated().rows(),
        input.consolidated().labels(),
        findings.quality() == null ? 0 : findings.quality().labelled(),
        Outcomes.of(findings),
        Outcomes.metrics(findings),
        published(taken.predictions(), results, Taken.PREDICTIONS),
        published(taken.labels(), results, Taken.LABELS));
  }

  private static @Nullable ObjectKey published(
      @Nullable ObjectKey source, ResultsFolder results, String name) {
    return source == null ? null : results.key(name);
  }

  private void publish(
      TaskContext context,
      EvaluateDriftInput input,
      Taken taken,
      RunFindings findings,
      LedgerWindow window,
      List<LedgerWindow> before,
      ResultsFolder results) {
    List<Violation> alarmed =
        new AlarmRules(input.project().monitoring().alarm(), before, input.endpoint().updatedAt())
            .alarms(findings);
    DriftNews news = new DriftNews(findings, window.outcomes());
    List<Alarm> alarms = alarmed.stream().map(news::alarm).toList();
    results.copyAll(input.dataQuality().folder(), "data-quality");
    results.copyAll(input.modelQuality().folder(), "model-quality");
    results.copy(taken.predictions(), Taken.PREDICTIONS);
    results.copy(taken.labels(), Taken.LABELS);
    RunView view =
        new RunView(
            input,
            taken,
            findings.data(),
            findings.constraints(),
            findings.quality(),
            alarms,
            before,
            window);
    ObjectKey page = MonitoringObjects.report(input.project().name(), context.execution());
    results.put(page.name(), report.page(view));
    long violations = (long) findings.dataViolations().size() + findings.qualityViolations().size();
    DriftFound drift = alarms.isEmpty() ? null : drift(context, input, alarms, news, page);
    results.put(
        VERDICT,
        Json.bytes(
            new DriftVerdict(
                drift == null ? DriftVerdict.OK : DriftVerdict.DRIFT,
                violations,
                alarms.size(),
                page,
                drift)));
  }

  private static DriftFound drift(
      TaskContext context,
      EvaluateDriftInput input,
      List<Alarm> alarms,
      DriftNews news,
      ObjectKey page) {
    return new DriftFound(
        context.execution(),
        input.endpoint().members(),
        input.consolidated().from(),
        input.consolidated().to(),
        input.consolidated().rows(),
        input.consolidated().labels(),
        Told.alarms(alarms),
        news.charts(alarms).stream().map(Told::chart).toList(),
        page);
  }

  private void commit(
      EvaluateDriftInput input,
      Taken taken,
      Ledger ledger,
      LedgerWindow window,
      RunFindings findings) {
    List<LedgerWindow> reopened =
        findings.quality() == null ? List.of() : findings.quality().reopened();
    Ledger next =
        ledger.has(window.execution())
            ? ledger
            : ledger.after(
                taken.bookmark(), window, reopened, input.project().monitoring().labelHorizon());
    ledgers.commit(input.project().name(), window.execution(), taken.ledger(), next);
  }
}
