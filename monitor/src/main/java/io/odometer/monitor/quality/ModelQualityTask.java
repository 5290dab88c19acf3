// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.quality;

import io.odometer.core.drift.ModelQualityStatistics;
import io.odometer.core.drift.Violation;
import io.odometer.core.drift.Violations;
import io.odometer.core.json.Json;
import io.odometer.core.monitoring.ChecksInput;
import io.odometer.core.monitoring.QualityResult;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.PutCondition;
import io.odometer.monitor.ledger.Ledger;
import io.odometer.monitor.ledger.LedgerStore;
import io.odometer.monitor.payload.Taken;
import io.odometer.platform.task.TaskContext;
import io.odometer.platform.task.TaskHandler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The task {@code model-quality}: labels that came are joined to what was predicted, in this window
 * or in one before, and each version is held against its own baseline. Safe for use by many
 * threads.
 *
 * <p>The workflow runs it only when labels came. One that comes before its prediction is kept, and
 * counts once other labels come in the run of that prediction, or for its window later.
 */
public final class ModelQualityTask implements TaskHandler {
  static final String STATISTICS = "statistics.json";
  static final String VIOLATIONS = "constraint_violations.json";

  private final ObjectStore store;
  private final LedgerStore ledgers;

  public ModelQualityTask(ObjectStore store) {
    this.store = store;
    this.ledgers = new LedgerStore(store);
  }

  @Override
  public JsonNode run(TaskContext context, JsonNode input) {
    ChecksInput typed = Json.fromTree(input, ChecksInput.class);
    Taken taken = Json.read(store.read(typed.consolidated().taken()), Taken.class);
    Ledger ledger = ledgers.read(typed.project().name()).ledger();
    QualityRun run = new QualityRun(store, typed, taken, ledger, context);
    QualityFindings findings = run.measure();
    write(context.folder(), findings, run.reports());
    return Json.toTree(result(context.folder(), findings));
  }

  private void write(ObjectKey folder, QualityFindings findings, List<WindowReport> reports) {
    for (MemberQuality member : findings.members()) {
      ModelQualityStatistics current = member.current();
      if (current != null) {
        boolean combined = member.name().equals(MemberQuality.COMBINED);
        String file = combined ? STATISTICS : "statistics-%s.json".formatted(member.name());
        put(folder.child(file), current);
      }
    }
    List<Violation> violations = violations(findings);
    if (!violations.isEmpty()) {
      put(folder.child(VIOLATIONS), new Violations(violations));
    }
    reports.forEach(
        report -> put(folder.child("windows/%s.json".formatted(report.execution())), report));
    put(folder.child(QualityFindings.FILE), findings);
  }

  private static List<Violation> violations(QualityFindings findings) {
    return findings.members().stream().flatMap(member -> member.violations().stream()).toList();
  }

  private void put(ObjectKey key, Object value) {
    store.put(key, Json.pretty(value).getBytes(StandardCharsets.UTF_8), new PutCondition.Always());
  }

  private static QualityResult result(ObjectKey folder, QualityFindings findings) {
    List<MemberQuality> members =
        findings.members().stream()
            .filter(member -> !member.name().equals(MemberQuality.COMBINED))
            .toList();
    String outcome;
    if (members.stream().allMatch(member -> member.current() == null)) {
      outcome = QualityResult.NO_GROUND_TRUTH;
    } else if (members.stream().noneMatch(member -> member.constraints() != null)) {
      outcome = QualityResult.NO_BASELINE;
    } else if (members.stream().noneMatch(MemberQuality::speaks)) {
      outcome = QualityResult.TOO_FEW_ROWS;
    } else {
      outcome = QualityResult.CHECKED;
    }
    return new QualityResult(outcome, folder, violations(findings).size());
  }
}
