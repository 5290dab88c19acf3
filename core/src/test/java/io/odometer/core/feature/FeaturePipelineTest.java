// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.odometer.core.json.Json;
import io.odometer.core.learner.FeatureForm;
import io.odometer.core.learner.FeatureMatrix;
import io.odometer.core.schema.Column;
import io.odometer.core.schema.ColumnType;
import io.odometer.core.schema.Row;
import io.odometer.core.schema.Schema;
import io.odometer.core.schema.SchemaInference;
import io.odometer.core.schema.TypedTable;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FeaturePipelineTest {
  private static final List<String> HEADER =
      List.of("price", "size", "power", "fuel", "code", "name", "sold");

  private final List<String[]> rows = rows(1_200);
  private final Schema schema = schema(rows);
  private final TypedTable table = table(schema, rows);

  @ParameterizedTest
  @EnumSource(FeatureForm.class)
  void a_pipeline_survives_json_to_the_last_bit(FeatureForm form) {
    FeaturePipeline pipeline = FeaturePipeline.fit(table, form, 7).pipeline();
    FeaturePipeline back = Json.read(Json.bytes(pipeline), FeaturePipeline.class);
    assertEquals(pipeline.names(), back.names());
    assertArrayEquals(pipeline.encode(table).values(), back.encode(table).values());
  }

  @ParameterizedTest
  @EnumSource(FeatureForm.class)
  void the_same_rows_and_seed_give_the_same_bytes(FeatureForm form) {
    FittedFeatures one = FeaturePipeline.fit(table, form, 7);
    FittedFeatures other = FeaturePipeline.fit(table(schema, rows), form, 7);
    assertArrayEquals(Json.bytes(one.pipeline()), Json.bytes(other.pipeline()));
    assertArrayEquals(one.training().values(), other.training().values());
  }

  @ParameterizedTest
  @EnumSource(FeatureForm.class)
  void encoding_a_row_allocates_nothing(FeatureForm form) {
    FeaturePipeline pipeline = FeaturePipeline.fit(table, form, 7).pipeline();
    Row row = schema.newRow();
    table.fill(3, row);
    float[] features = new float[pipeline.names().size()];
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    encode(pipeline, row, features, 20_000);
    long before = threads.getCurrentThreadAllocatedBytes();
    encode(pipeline, row, features, 20_000);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < 20_000, allocated + " bytes for 20,000 rows");
  }

  @Test
  void linear_features_are_finite_and_none_is_constant() {
    FeatureMatrix matrix = FeaturePipeline.fit(table, FeatureForm.LINEAR, 7).training();
    for (int column = 0; column < matrix.columns(); column++) {
      boolean differs = false;
      for (int row = 0; row < matrix.rows(); row++) {
        assertTrue(Float.isFinite(matrix.at(row, column)));
        differs |= matrix.at(row, column) != matrix.at(0, column);
      }
      assertTrue(differs, matrix.names().get(column));
    }
  }

  @Test
  void an_empty_row_is_encoded_without_nan_for_linear_models() {
    FeaturePipeline pipeline = FeaturePipeline.fit(table, FeatureForm.LINEAR, 7).pipeline();
    float[] features = new float[pipeline.names().size()];
    pipeline.encode(schema.newRow(), features);
    for (float feature : features) {
      assertTrue(Float.isFinite(feature));
    }
  }

  @Test
  void missing_numbers_are_nan_for_trees() {
    FeaturePipeline pipeline = FeaturePipeline.fit(table, FeatureForm.TREE, 7).pipeline();
    float[] features = new float[pipeline.names().size()];
    pipeline.encode(schema.newRow(), features);
    assertTrue(Float.isNaN(features[pipeline.names().indexOf("size")]));
    assertTrue(Float.isNaN(features[pipeline.names().indexOf("sold age in days")]));
  }

  @Test
  void a_row_is_encoded_as_if_its_own_label_were_unknown() {
    List<String[]> noise = new ArrayList<>();
    Random random = new Random(5);
    for (int i = 0; i < 3_000; i++) {
      String price = Integer.toString(1 + random.nextInt(100_000));
      noise.add(new String[] {price, "Name " + random.nextInt(800) + " of " + random.nextInt(3)});
    }
    SchemaInference inference =
        new SchemaInference(
            List.of("price", "name"), "price", Map.of("name", ColumnType.CATEGORY), Set.of());
    noise.forEach(inference::add);
    TypedTable noisy = table(inference.infer(null), List.of("price", "name"), noise);
    FittedFeatures fitted = FeaturePipeline.fit(noisy, FeatureForm.TREE, 7);
    double leaking = correlation(fitted.pipeline().encode(noisy), noisy, "name label mean");
    double hidden = correlation(fitted.training(), noisy, "name label mean");
    assertTrue(leaking > 0.3, "with its own label: " + leaking);
    assertTrue(Math.abs(hidden) < 0.1, "without: " + hidden);
  }

  @Test
  void names_never_seen_are_counted_and_fall_back_to_what_they_begin_with() {
    FeaturePipeline pipeline = FeaturePipeline.fit(table, FeatureForm.TREE, 7).pipeline();
    Row row = schema.newRow();
    row.set(schema.indexOf("fuel"), "steam");
    row.set(schema.indexOf("name"), "Maker3 Line1 Never Seen");
    assertEquals(1, pipeline.countUnseen(row));
    float[] features = new float[pipeline.names().size()];
    pipeline.encode(row, features);
    int whole = pipeline.names().indexOf("name label mean");
    int two = pipeline.names().indexOf("name first two words label mean");
    assertEquals(features[two], features[whole]);
    row.set(schema.indexOf("name"), "Another");
    assertEquals(2, pipeline.countUnseen(row));
  }

  @Test
  void a_row_of_another_schema_is_refused() {
    FeaturePipeline pipeline = FeaturePipeline.fit(table, FeatureForm.TREE, 7).pipeline();
    Schema other =
        new Schema(schema.label(), List.of(Column.of("size", ColumnType.NUMBER)), List.of());
    float[] features = new float[pipeline.names().size()];
    Row row = other.newRow();
    assertThrows(IllegalArgumentException.class, () -> pipeline.encode(row, features));
  }

  @Test
  void features_bear_the_names_of_what_they_are() {
    List<String> names = FeaturePipeline.fit(table, FeatureForm.TREE, 7).pipeline().names();
    assertTrue(
        names.containsAll(List.of("size", "power", "power 2 rpm", "fuel=Diesel")), names::toString);
    assertFalse(names.contains("price"));
    assertEquals(names.size(), Set.copyOf(names).size());
  }

  private static void encode(FeaturePipeline pipeline, Row row, float[] features, int times) {
    for (int i = 0; i < times; i++) {
      pipeline.encode(row, features);
    }
  }

  private static double correlation(FeatureMatrix matrix, TypedTable table, String feature) {
    int column = matrix.names().indexOf(feature);
    double[] values = new double[matrix.rows()];
    double[] logs = new double[matrix.rows()];
    for (int row = 0; row < values.length; row++) {
      values[row] = matrix.at(row, column);
      logs[row] = Math.log(table.labels()[row]);
    }
    return new PearsonsCorrelation().correlation(values, logs);
  }

  private static List<String[]> rows(int count) {
    Random random = new Random(3);
    List<String[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(
          new String[] {
            Integer.toString(1_000 + random.nextInt(50_000)),
            i % 11 == 0 ? "" : Integer.toString(random.nextInt(100_000)),
            (50 + random.nextInt(200)) + " bhp @ " + (3_000 + random.nextInt(9) * 500) + " rpm",
            i % 13 == 0 ? "?" : List.of("Diesel", "Petrol", "Hybrid").get(random.nextInt(3)),
            "c" + random.nextInt(60),
            "Maker%d Line%d V%d"
                .formatted(random.nextInt(6), random.nextInt(4), random.nextInt(90)),
            "2020-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28))
          });
    }
    return rows;
  }

  private static Schema schema(List<String[]> rows) {
    SchemaInference inference = new SchemaInference(HEADER, "price", Map.of(), Set.of());
    rows.forEach(inference::add);
    return inference.infer(null);
  }

  private static TypedTable table(Schema schema, List<String[]> rows) {
    return table(schema, HEADER, rows);
  }

  private static TypedTable table(Schema schema, List<String> header, List<String[]> rows) {
    StringBuilder csv = new StringBuilder(String.join(",", header)).append('\n');
    rows.forEach(row -> csv.append(String.join(",", row)).append('\n'));
    byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
    return TypedTable.read(new ByteArrayInputStream(bytes), schema);
  }
}
