// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.data;

import io.odometer.core.drift.Constraints;
import io.odometer.core.drift.DataQuality;
import io.odometer.core.drift.DataQualityReport;
import io.odometer.core.drift.FeatureReport;
import io.odometer.core.drift.Sensitivity;
import io.odometer.core.drift.Violations;
import io.odometer.core.json.Json;
import io.odometer.core.monitoring.ChecksInput;
import io.odometer.core.monitoring.MonitoringObjects;
import io.odometer.core.monitoring.QualityResult;
import io.odometer.core.profile.DatasetProfile;
import io.odometer.core.profile.DatasetStatistics;
import io.odometer.core.profile.FeatureStatistics;
import io.odometer.core.registry.ModelId;
import io.odometer.core.schema.Schema;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.PutCondition;
import io.odometer.monitor.payload.Taken;
import io.odometer.platform.task.TaskContext;
import io.odometer.platform.task.TaskHandler;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The task {@code data-quality}: {@link ChecksInput} to {@link QualityResult}. Rows are held
 * against the training rows of the endpoint's newest version, predictions against those of the
 * version that made them. Safe for use by many threads.
 */
public final class DataQualityTask implements TaskHandler {
  public static final String STATISTICS = "statistics.json";
  public static final String CONSTRAINTS = "constraints.json";
  public static final String VIOLATIONS = "constraint_violations.json";

  private final ObjectStore store;
  private final Baselines baselines;

  public DataQualityTask(ObjectStore store) {
    this.store = store;
    this.baselines = new Baselines(store);
  }

  @Override
  public JsonNode run(TaskContext context, JsonNode input) {
    ChecksInput typed = Json.fromTree(input, ChecksInput.class);
    ModelId newest =
        typed.endpoint().members().stream()
            .max(Comparator.comparing(ModelId::version))
            .orElseThrow(() -> new IllegalArgumentException("an endpoint has members"));
    Optional<DatasetStatistics> baseline = baselines.statistics(newest);
    return Json.toTree(
        baseline
            .map(found -> check(context.folder(), typed, newest, found))
            .orElse(new QualityResult(QualityResult.NO_BASELINE, null, 0)));
  }

  private QualityResult check(
      ObjectKey folder, ChecksInput input, ModelId newest, DatasetStatistics baseline) {
    List<String> notices = new ArrayList<>();
    Schema schema = baselines.schema(newest);
    Taken taken = Json.read(store.read(input.consolidated().taken()), Taken.class);
    List<ObjectKey> parts = input.consolidated().payload();
    List<ModelId> members = input.endpoint().members();
    PayloadProfile profile = PayloadProfile.of(store, parts, members, schema, taken);
    Comparison features =
        new Comparison(
            baseline, baselines.constraints(newest, baseline), profile.features().statistics());
    Comparison comparison = withPredictions(features, input, profile, notices);
    Constraints used =
        new Overrides(store, MonitoringObjects.overrides(input.project().name()))
            .over(comparison.constraints(), notices);
    DataQualityReport report =
        DataQuality.check(comparison.baseline(), used, comparison.current(), sensitivity(input));
    DataFindings findings =
        new DataFindings(
            newest,
            report,
            summaries(comparison, report),
            new ExampleSearch(store, schema, report).in(parts),
            notices);
    write(folder, comparison.with(used), findings);
    return new QualityResult(
        report.speaks() ? QualityResult.CHECKED : QualityResult.TOO_FEW_ROWS,
        folder,
        report.violations().size());
  }

  private static Sensitivity sensitivity(ChecksInput input) {
    return Sensitivity.DEFAULT.withMinimumRows(input.project().monitoring().minimumRows());
  }

  private Comparison withPredictions(
      Comparison features, ChecksInput input, PayloadProfile profile, List<String> notices) {
    Comparison all = features;
    List<ModelId> members = input.endpoint().members();
    for (int i = members.size() - 1; i >= 0; i--) {
      ModelId member = members.get(i);
      DatasetProfile current = profile.predictions().get(i);
      Optional<FeatureStatistics> baseline = baselines.predictions(member, Lane.column(member));
      if (baseline.isEmpty()) {
        notices.add(member + " has no baseline of its predictions: train it again to get one.");
      } else if (current.rows() >= input.project().monitoring().minimumRows()) {
        all = all.with(baseline.get(), current.statistics().features().getFirst());
      } else if (current.rows() > 0) {
        notices.add(
            "%s made %d of the predictions only, too few to judge them."
                .formatted(member, current.rows()));
      }
    }
    return all;
  }

  private static List<FeatureSummary> summaries(Comparison comparison, DataQualityReport report) {
    return report.features().stream()
        .map(FeatureReport::name)
        .map(
            name ->
                FeatureSummary.of(
                    name,
                    comparison.baseline().feature(name).orElse(null),
                    comparison.current().feature(name).orElse(null)))
        .toList();
  }

  private void write(ObjectKey folder, Comparison used, DataFindings findings) {
    put(folder.child(STATISTICS), used.current());
    put(folder.child(CONSTRAINTS), used.constraints());
    put(folder.child(DataFindings.FILE), findings);
    if (findings.report().violations().isEmpty()) {
      // An earlier try may have seen other overrides.
      store.delete(folder.child(VIOLATIONS));
    } else {
      put(folder.child(VIOLATIONS), new Violations(findings.report().violations()));
    }
  }

  private void put(ObjectKey key, Object content) {
    store.put(key, Json.bytes(content), new PutCondition.Always());
  }
}
