// SPDX-License-Identifier: Apache-2.0
package io.odometer.benchmarks;

import io.odometer.core.feature.FeaturePipeline;
import io.odometer.core.feature.FittedFeatures;
import io.odometer.core.json.Json;
import io.odometer.core.learner.LabelledMatrix;
import io.odometer.core.learner.Learner;
import io.odometer.core.model.Model;
import io.odometer.core.model.Models;
import io.odometer.core.project.Algorithm;
import io.odometer.core.schema.Row;
import io.odometer.core.schema.Schema;
import io.odometer.core.schema.SchemaInference;
import io.odometer.core.schema.TypedTable;
import io.odometer.learners.Learners;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Both models of a table with numbers, units, categories and missing cells: nine columns, 20,000
 * rows to train on.
 */
record SampleModels(Fitted boosted, Fitted linear, TypedTable test) {
  static final int TEST_ROWS = 1_000;

  private static final List<String> HEADER =
      List.of(
          "price", "make", "model", "year", "mileage", "fuel", "gearbox", "tax", "mpg", "engine");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+([.][0-9]+)?");
  private static final int TRAINING_ROWS = 20_000;

  /** A pipeline and the model behind it. */
  record Fitted(FeaturePipeline pipeline, Model model, byte[] json) {}

  static SampleModels train() {
    Schema schema = schema(new Random(1));
    TypedTable training = table(TRAINING_ROWS, 2, schema);
    TypedTable held = table(TEST_ROWS, 3, schema);
    Map<String, JsonNode> trees =
        Map.of(
            "num_round", Json.toTree(200),
            "max_depth", Json.toTree(6),
            "early_stopping_rounds", Json.toTree(0));
    return new SampleModels(
        fit(Algorithm.XGBOOST, trees, training, held),
        fit(Algorithm.LINEAR, Map.of(), training, held),
        table(TEST_ROWS, 4, schema));
  }

  private static Fitted fit(
      Algorithm algorithm, Map<String, JsonNode> settings, TypedTable training, TypedTable held) {
    Learner learner = Learners.installed().get(algorithm);
    FittedFeatures fitted = FeaturePipeline.fit(training, learner.form(), 1);
    byte[] model =
        learner
            .train(
                new LabelledMatrix(fitted.training(), training.labels()),
                new LabelledMatrix(fitted.pipeline().encode(held), held.labels()),
                learner.resolve(settings),
                1,
                (round, rounds, metric, value) -> {})
            .model();
    return new Fitted(fitted.pipeline(), Models.read(model), model);
  }

  /** A row of its own. */
  Row row(int index) {
    Row row = test.schema().newRow();
    test.fill(index, row);
    return row;
  }

  /** Records as a client sends them: numbers as numbers, the price and missing cells left out. */
  static List<Map<String, JsonNode>> records(int count, long seed) {
    Random random = new Random(seed);
    return Stream.generate(() -> record(cells(random))).limit(count).toList();
  }

  private static Map<String, JsonNode> record(String[] cells) {
    Map<String, JsonNode> record = new LinkedHashMap<>();
    for (int column = 1; column < cells.length; column++) {
      if (!cells[column].isEmpty()) {
        record.put(HEADER.get(column), value(cells[column]));
      }
    }
    return record;
  }

  private static JsonNode value(String cell) {
    boolean number = NUMBER.matcher(cell).matches();
    return number ? Json.tree(cell) : Json.toTree(cell);
  }

  private static Schema schema(Random random) {
    SchemaInference inference = new SchemaInference(HEADER, HEADER.getFirst(), Map.of(), Set.of());
    for (int row = 0; row < TRAINING_ROWS; row++) {
      inference.add(cells(random));
    }
    return inference.infer(inference.label().numbers());
  }

  private static TypedTable table(int rows, long seed, Schema schema) {
    Random random = new Random(seed);
    StringBuilder csv = new StringBuilder(String.join(",", HEADER)).append('\n');
    for (int row = 0; row < rows; row++) {
      csv.append(String.join(",", cells(random))).append('\n');
    }
    byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
    return TypedTable.read(new ByteArrayInputStream(bytes), schema);
  }

  private static String[] cells(Random random) {
    int make = random.nextInt(9);
    int model = random.nextInt(20);
    int age = random.nextInt(20);
    int mileage = age * 8_000 + random.nextInt(15_000);
    double engine = 1 + random.nextInt(20) / 10.0;
    double price =
        (9_000 + 2_500 * make + 300 * model + 3_000 * engine)
            * Math.exp(-0.1 * age - mileage / 300_000.0)
            * (1 + 0.05 * random.nextGaussian());
    return new String[] {
      String.format(Locale.ROOT, "%.0f", price),
      "make " + make,
      "model " + make + "-" + model,
      Integer.toString(2025 - age),
      random.nextInt(20) == 0 ? "" : mileage + " miles",
      List.of("Petrol", "Diesel", "Hybrid", "Electric").get(random.nextInt(4)),
      List.of("Manual", "Automatic", "Semi-Auto").get(random.nextInt(3)),
      random.nextInt(10) == 0 ? "NA" : Integer.toString(20 + 5 * random.nextInt(50)),
      String.format(Locale.ROOT, "%.1f mpg", 30 + 40 * random.nextDouble()),
      String.format(Locale.ROOT, "%.1f", engine)
    };
  }
}
