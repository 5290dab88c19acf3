// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.feature.FeaturePipeline;
import io.odometer.core.learner.FeatureForm;
import io.odometer.core.metric.RegressionMetrics;
import io.odometer.core.model.LinearModel;
import io.odometer.core.project.Algorithm;
import io.odometer.core.project.ProjectName;
import io.odometer.core.project.Range;
import io.odometer.core.project.Split;
import io.odometer.core.registry.ModelId;
import io.odometer.core.registry.ModelVersion;
import io.odometer.core.schema.Schema;
import io.odometer.core.schema.SchemaInference;
import io.odometer.core.schema.TypedTable;
import io.odometer.core.training.RowCounts;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/** A linear model of few weights over a real pipeline. */
final class SmallModels {
  private static final List<String> HEADER = List.of("price", "miles", "fuel");
  static final List<Map<String, String>> RECORDS =
      List.of(
          Map.of("miles", "1,250 mi", "fuel", "Diesel"),
          Map.of("miles", "?", "fuel", "Petrol"),
          Map.of("fuel", "never seen", "colour", "red"));

  private SmallModels() {}

  static FeaturePipeline pipeline() {
    SchemaInference inference = new SchemaInference(HEADER, "price", Map.of(), Set.of());
    StringBuilder csv = new StringBuilder("price,miles,fuel\n");
    for (int i = 0; i < 120; i++) {
      String[] cells = {
        "" + (5_000 + 10 * i), (100 + 37 * i) + " mi", i % 3 == 0 ? "Diesel" : "Petrol"
      };
      inference.add(cells);
      csv.append(String.join(",", cells)).append('\n');
    }
    Schema schema = inference.infer(null);
    TypedTable table =
        TypedTable.read(new ByteArrayInputStream(csv.toString().getBytes(UTF_8)), schema);
    return FeaturePipeline.fit(table, FeatureForm.LINEAR, 1).pipeline();
  }

  static LinearModel model(FeaturePipeline pipeline) {
    double[] coefficients = new double[pipeline.names().size()];
    Arrays.setAll(coefficients, index -> 0.1 * (index + 1));
    return new LinearModel(7_000.3, coefficients, LinearModel.Target.IDENTITY, new Range(0, 1e6));
  }

  static SequencedMap<String, byte[]> folder() {
    FeaturePipeline pipeline = pipeline();
    LinearModel model = model(pipeline);
    return ModelFolder.files(
        model.json(), pipeline, CheckRow.of(RECORDS, pipeline, model), provenance());
  }

  static Provenance provenance() {
    return new Provenance(
        new ModelId(new ProjectName("uk"), Algorithm.LINEAR, new ModelVersion("v1")),
        new ExecutionId("e1"),
        Instant.parse("2026-01-02T03:04:05Z"),
        "test",
        "price",
        List.of(),
        new RowCounts(120, 0, 0, 0, 0, 80, 20, 20),
        Split.DEFAULT,
        Map.of(),
        Map.of(),
        new RegressionMetrics(1, 1, 1, 0.9, 20),
        List.of());
  }
}
