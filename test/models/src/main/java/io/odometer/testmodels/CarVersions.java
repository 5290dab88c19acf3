// SPDX-License-Identifier: Apache-2.0
package io.odometer.testmodels;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.feature.FeaturePipeline;
import io.odometer.core.learner.FeatureForm;
import io.odometer.core.metric.RegressionMetrics;
import io.odometer.core.model.LinearModel;
import io.odometer.core.model.Models;
import io.odometer.core.project.Algorithm;
import io.odometer.core.project.CombinationRule;
import io.odometer.core.project.EndpointRule;
import io.odometer.core.project.ProjectName;
import io.odometer.core.project.Range;
import io.odometer.core.project.Split;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.registry.ModelId;
import io.odometer.core.registry.ModelVersion;
import io.odometer.core.schema.Schema;
import io.odometer.core.schema.SchemaInference;
import io.odometer.core.schema.TypedTable;
import io.odometer.core.serving.CheckRow;
import io.odometer.core.serving.ModelFolder;
import io.odometer.core.serving.Provenance;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.PutCondition;
import io.odometer.core.training.RowCounts;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Publishes versions of two hand-made models for cars over real pipelines. */
public final class CarVersions {
  public static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  public static final List<Map<String, String>> RECORDS =
      List.of(
          Map.of("miles", "1250", "fuel", "Diesel", "sold", "2020-03-04", "engine", "1248 CC"),
          Map.of("miles", "?", "fuel", "Petrol", "sold", "2021-01-01", "engine", "998 CC"),
          Map.of("miles", "90", "fuel", "O'Brien", "engine", "unreadable"));

  private static final List<String> HEADER =
      List.of("price", "miles", "fuel", "sold", "engine", "code");
  private static final List<String> FUELS = List.of("Petrol", "Diesel", "Hybrid");

  private final ObjectStore store;
  private final Schema schema;
  private final TypedTable table;

  public CarVersions(ObjectStore store) {
    this(store, "miles");
  }

  /**
   * @param milesName lets versions differ in their columns
   */
  public CarVersions(ObjectStore store, String milesName) {
    this.store = store;
    store.ensureBucket(Buckets.MODELS);
    List<String> header =
        HEADER.stream().map(name -> name.equals("miles") ? milesName : name).toList();
    SchemaInference inference = new SchemaInference(header, "price", Map.of(), Set.of("code"));
    StringBuilder csv = new StringBuilder(String.join(",", header)).append('\n');
    for (int i = 0; i < 150; i++) {
      String[] cells = cells(i);
      inference.add(cells);
      csv.append(String.join(",", cells)).append('\n');
    }
    this.schema = inference.infer(null);
    this.table = TypedTable.read(new ByteArrayInputStream(csv.toString().getBytes(UTF_8)), schema);
  }

  private static String[] cells(int i) {
    return new String[] {
      Integer.toString(5_000 + 13 * i),
      Integer.toString(100 + 37 * i),
      FUELS.get(i % 3),
      "20%02d-%02d-%02d".formatted(10 + i % 12, 1 + i % 12, 1 + i % 28),
      (900 + 10 * i) + " CC",
      "c" + i
    };
  }

  public Schema schema() {
    return schema;
  }

  /** A forest of two trees whose base score tells versions apart. */
  public ModelId forest(String project, String version, double base) {
    FeaturePipeline pipeline = FeaturePipeline.fit(table, FeatureForm.TREE, 1).pipeline();
    return publish(
        project, Algorithm.XGBOOST, version, pipeline, Forests.json(pipeline.names().size(), base));
  }

  /** A linear model whose intercept tells versions apart. */
  public ModelId linear(String project, String version, double intercept) {
    FeaturePipeline pipeline = FeaturePipeline.fit(table, FeatureForm.LINEAR, 1).pipeline();
    double[] coefficients = new double[pipeline.names().size()];
    Arrays.setAll(coefficients, index -> 0.25 * (index + 1));
    LinearModel model =
        new LinearModel(intercept, coefficients, LinearModel.Target.IDENTITY, new Range(-1e9, 1e9));
    return publish(project, Algorithm.LINEAR, version, pipeline, model.json());
  }

  private ModelId publish(
      String project, Algorithm algorithm, String version, FeaturePipeline pipeline, byte[] model) {
    ModelId id = new ModelId(new ProjectName(project), algorithm, new ModelVersion(version));
    List<CheckRow> checks = CheckRow.of(RECORDS, pipeline, Models.read(model));
    ModelFolder.files(model, pipeline, checks, provenance(id))
        .forEach(
            (name, bytes) -> store.put(id.folder().child(name), bytes, new PutCondition.Always()));
    return id;
  }

  private static Provenance provenance(ModelId id) {
    return new Provenance(
        id,
        new ExecutionId("e1"),
        NOW,
        "test",
        "price",
        List.of(),
        new RowCounts(150, 0, 0, 0, 100, 25, 25, 0),
        Split.DEFAULT,
        Map.of(),
        Map.of(),
        new RegressionMetrics(100, 80, 10_000, 0.9, 25),
        List.of());
  }

  public static Endpoint endpoint(
      String name, long version, CombinationRule rule, ModelId... members) {
    return new Endpoint(
        new ProjectName(name),
        version,
        new EndpointRule(rule, Map.of()),
        List.of(members),
        new ExecutionId("e" + version),
        NOW);
  }
}
