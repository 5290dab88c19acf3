// SPDX-License-Identifier: Apache-2.0
package io.odometer.benchmarks;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.metric.RegressionMetrics;
import io.odometer.core.project.Algorithm;
import io.odometer.core.project.EndpointRule;
import io.odometer.core.project.ProjectName;
import io.odometer.core.project.Split;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.registry.ModelId;
import io.odometer.core.registry.ModelVersion;
import io.odometer.core.serving.CheckRow;
import io.odometer.core.serving.ModelFolder;
import io.odometer.core.serving.Provenance;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.PutCondition;
import io.odometer.core.training.RowCounts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Puts both models where serving looks for them. */
final class PublishedModels {
  private static final ProjectName PROJECT = new ProjectName("sample");
  private static final int CHECKS = 20;
  private static final ExecutionId EXECUTION = new ExecutionId("e1");

  private final ObjectStore store;
  private final Instant now;

  PublishedModels(ObjectStore store, Instant now) {
    this.store = store;
    this.now = now;
  }

  /** Returns the endpoint that both make. */
  Endpoint publish(SampleModels models, List<Map<String, JsonNode>> records) {
    List<Map<String, String>> checks =
        records.stream().limit(CHECKS).map(PublishedModels::texts).toList();
    store.ensureBucket(Buckets.MODELS);
    ModelId linear = publish(Algorithm.LINEAR, models.linear(), checks);
    ModelId boosted = publish(Algorithm.XGBOOST, models.boosted(), checks);
    return new Endpoint(PROJECT, 1, EndpointRule.DEFAULT, List.of(linear, boosted), EXECUTION, now);
  }

  private static Map<String, String> texts(Map<String, JsonNode> record) {
    return record.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, cell -> cell.getValue().asString()));
  }

  private ModelId publish(
      Algorithm algorithm, SampleModels.Fitted fitted, List<Map<String, String>> records) {
    ModelId id = new ModelId(PROJECT, algorithm, ModelVersion.of(now, EXECUTION));
    List<CheckRow> checks = CheckRow.of(records, fitted.pipeline(), fitted.model());
    ModelFolder.files(fitted.json(), fitted.pipeline(), checks, provenance(id))
        .forEach(
            (name, bytes) -> store.put(id.folder().child(name), bytes, new PutCondition.Always()));
    return id;
  }

  /** Nobody reads it here, apart from the identity. */
  private Provenance provenance(ModelId id) {
    return new Provenance(
        id,
        EXECUTION,
        now,
        "benchmark",
        "price",
        List.of(),
        new RowCounts(3, 0, 0, 0, 1, 1, 1, 0),
        Split.DEFAULT,
        Map.of(),
        Map.of(),
        new RegressionMetrics(1, 1, 1, 1, 1),
        List.of());
  }
}
