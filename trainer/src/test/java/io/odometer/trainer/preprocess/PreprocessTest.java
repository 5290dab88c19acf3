// SPDX-License-Identifier: Apache-2.0
package io.odometer.trainer.preprocess;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.ErrorName;
import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.execution.ExecutionId;
import io.odometer.core.json.Json;
import io.odometer.core.project.Algorithm;
import io.odometer.core.project.EndpointRule;
import io.odometer.core.project.MonitoringSettings;
import io.odometer.core.project.Project;
import io.odometer.core.project.ProjectName;
import io.odometer.core.project.Range;
import io.odometer.core.project.ScoringSettings;
import io.odometer.core.project.Split;
import io.odometer.core.schema.Column;
import io.odometer.core.schema.Schema;
import io.odometer.core.schema.TypedTable;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.PutCondition;
import io.odometer.core.table.CsvLimits;
import io.odometer.core.training.ObjectVersion;
import io.odometer.core.training.PreparedData;
import io.odometer.core.training.PreprocessInput;
import io.odometer.platform.store.InMemoryObjectStore;
import io.odometer.platform.task.TaskContext;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PreprocessTest {
  private static final String GOOD = "size,price,fuel\n" + rows(0, 300);

  /** Objects that cannot be used, the last three found out beyond the sample of rows. */
  private static final Map<String, ErrorName> FAULTS =
      Map.of(
          "",
          Errors.DATA_EMPTY,
          "size,price,fuel\n,,\n",
          Errors.DATA_EMPTY,
          "size,cost\n1,2\n",
          Errors.SCHEMA_TARGET_MISSING,
          "price,price\n1,2\n",
          Errors.SCHEMA_HEADER,
          "price" + ",c".repeat(10_000) + "\n1\n",
          Errors.SCHEMA_TOO_MANY_COLUMNS,
          "PK\u0003\u0004\0\0",
          Errors.DATA_MALFORMED,
          "size,price,fuel\n" + rows(0, 5_000) + "\0\0\0",
          Errors.DATA_MALFORMED,
          "size,price,fuel\n" + rows(0, 5_000) + "1,\"2\n3,4\n",
          Errors.DATA_MALFORMED,
          "size,price,fuel\n"
              + rows(0, 5_000)
              + "1,2"
              + ("," + "x".repeat(1000)).repeat(1100)
              + "\n",
          Errors.DATA_TOO_LARGE);

  private final InMemoryObjectStore store = new InMemoryObjectStore();
  private final List<ObjectVersion> objects = new ArrayList<>();
  private Map<String, Range> filter = Map.of();

  @BeforeEach
  void makeBuckets() {
    store.ensureBucket("training");
    store.ensureBucket("work");
  }

  @Test
  void rows_are_split_counted_and_written_with_a_schema_that_reads_them() {
    drop("a.csv", "size,price,fuel\n" + rows(0, 300) + "7,,Diesel\n,,\n");
    PreparedData data = run("price");
    assertEquals(301, data.counts().read());
    assertEquals(1, data.counts().withoutTarget());
    assertEquals(1, data.counts().blank());
    assertEquals(300, data.counts().train() + data.counts().validation() + data.counts().test());
    Schema schema = Json.read(store.read(data.schema()), Schema.class);
    assertEquals(List.of("size", "fuel"), schema.columns().stream().map(Column::name).toList());
    TypedTable train = TypedTable.read(new ByteArrayInputStream(store.read(data.train())), schema);
    assertEquals(data.counts().train(), train.rows());
    assertTrue(text(data.test()).startsWith("price,size,fuel\n"));
  }

  @Test
  void files_of_different_columns_train_together_and_a_second_try_makes_the_same_bytes() {
    drop("b.csv", "price;size;colour\n5000;1,5;red\n6000;2,5;blue\n");
    drop("a.csv", "size,price,fuel\n" + rows(0, 100));
    PreparedData data = run("price");
    byte[] train = store.read(data.train());
    assertTrue(text(data.train()).startsWith("price,size,fuel,colour\n"));
    assertEquals(102, data.counts().read());
    assertArrayEquals(train, store.read(run("price").train()));
  }

  @Test
  void a_row_stays_where_it_was_when_the_data_grows() {
    drop("a.csv", "size,price,fuel\n" + rows(0, 200));
    List<String> before = lines(run("price").test());
    drop("b.csv", "size,price,fuel,extra\n" + rows(500, 100).replace("\n", ",\n"));
    List<String> after = lines(run("price").test());
    assertTrue(before.size() > 10);
    assertTrue(
        after.containsAll(
            before.stream()
                .skip(1)
                .filter(line -> !line.isEmpty())
                .map(line -> line + ",")
                .toList()));
  }

  @Test
  void rows_outside_the_filter_and_duplicates_are_left_out_and_counted() {
    drop("a.csv", "size,price,fuel\n" + rows(0, 100) + rows(0, 10) + "3,\"$900,000\",Diesel\n");
    filter = Map.of("price", new Range(0, 100_000));
    PreparedData data = run("price");
    assertEquals(10, data.counts().duplicates());
    assertEquals(1, data.counts().filtered());
    assertEquals(111, data.counts().read());
  }

  @Test
  void absurd_labels_guessed_encodings_and_ragged_rows_are_warned_of() {
    String csv = "size,price,größe\n" + rows(0, 100) + "4,99999999,Diesel,7\n5,1200\n";
    objects.add(put("a.csv", csv.getBytes(StandardCharsets.ISO_8859_1)));
    String warnings = String.join("\n", run("price").warnings());
    assertTrue(warnings.contains("99999999"), warnings);
    assertTrue(warnings.contains("windows-1252"), warnings);
    assertTrue(warnings.contains("beyond the header"), warnings);
    assertTrue(warnings.contains("shorter than the header"), warnings);
  }

  @Test
  void bad_input_ends_in_a_named_error() {
    assertEquals(Errors.DATA_EMPTY, failure(""));
    assertEquals(Errors.DATA_EMPTY, failure("size,price\n"));
    assertEquals(Errors.SCHEMA_TARGET_EMPTY, failure("size,price\n1,\n2,n/a\n3,cheap\n"));
    assertEquals(
        Errors.SCHEMA_TARGET_CONSTANT,
        failure("size,price,fuel\n" + rows(0, 100).replaceAll(",\\d+,", ",5,")));
    assertEquals(Errors.DATA_TOO_FEW_ROWS, failure("size,price\n1,2\n"));
    assertEquals(Errors.DATA_MALFORMED, failure("size,price\n1,\"2\n3,4\n"));
    assertEquals(Errors.DATA_MALFORMED, failure("PK\u0003\u0004\0\0"));
    assertEquals(Errors.SCHEMA_HEADER, failure("price,price\n1,2\n"));
    assertEquals(Errors.SCHEMA_TOO_MANY_COLUMNS, failure("price" + ",c".repeat(10_000) + "\n"));
    assertEquals(
        Errors.SCHEMA_NO_FEATURES,
        failure("price,same\n" + rows(0, 100).replaceAll("(?m)^\\d+,(\\d+),.*$", "$1,x")));
  }

  @Test
  void a_missing_target_is_named_with_what_there_is_instead() {
    drop("a.csv", "size,Price (GBP),fuel\n" + rows(0, 10));
    OdometerException failure = assertThrows(OdometerException.class, () -> run("price_gbp"));
    assertEquals(Errors.SCHEMA_TARGET_MISSING, failure.error());
    assertTrue(failure.reason().contains("did you mean 'Price (GBP)'?"), failure.reason());
  }

  @Test
  void an_object_replaced_meanwhile_is_named() {
    drop("a.csv", "size,price\n1,2\n");
    put("a.csv", "size,price\n3,4\n".getBytes(StandardCharsets.UTF_8));
    OdometerException failure = assertThrows(OdometerException.class, () -> run("price"));
    assertEquals(Errors.DATA_CHANGED, failure.error());
    assertTrue(failure.reason().contains("training/p/a.csv"), failure.reason());
  }

  @Test
  void a_fault_that_a_training_met_before_leaves_its_object_out_and_the_good_one_trains() {
    drop("z.csv", GOOD);
    PreparedData alone = run("price");
    FAULTS.forEach(
        (csv, error) -> {
          objects.clear();
          ObjectVersion bad = put("a.csv", bytes(csv));
          drop("z.csv", GOOD);
          objects.add(bad);
          PreparedData data = run("price");
          assertEquals(alone.counts(), data.counts(), brief(csv));
          assertEquals(alone.objects(), data.objects(), brief(csv));
          assertEquals(text(alone.train()), text(data.train()), brief(csv));
          List<String> told =
              data.warnings().stream().filter(text -> text.contains("training/p/a.csv")).toList();
          assertEquals(1, told.size(), brief(csv));
          assertTrue(told.getFirst().contains(error.value()), told.getFirst());
        });
  }

  @Test
  void a_fault_in_a_fresh_object_fails_with_its_name_among_good_and_known_bad_ones() {
    FAULTS.forEach(
        (csv, error) -> {
          objects.clear();
          drop("a.csv", "");
          drop("b.csv", GOOD);
          objects.add(fresh(put("c.csv", bytes(csv))));
          objects.add(fresh(put("d.csv", bytes(GOOD))));
          OdometerException failure = failure();
          assertEquals(error, failure.error(), brief(csv));
          assertTrue(failure.reason().contains("training/p/c.csv"), failure.reason());
          assertFalse(failure.reason().contains("more cannot"), failure.reason());
        });
  }

  @Test
  void of_several_fresh_faults_the_first_is_named_and_the_others_counted() {
    drop("a.csv", "");
    objects.add(fresh(put("d.csv", bytes(""))));
    objects.add(fresh(put("c.csv", bytes("cost\n1\n"))));
    objects.add(fresh(put("e.csv", bytes("price,price\n1,2\n"))));
    drop("f.csv", GOOD);
    OdometerException failure = failure();
    assertEquals(Errors.SCHEMA_TARGET_MISSING, failure.error());
    assertTrue(failure.reason().contains("training/p/c.csv"), failure.reason());
    assertTrue(failure.reason().contains("2 more cannot be used"), failure.reason());
  }

  @Test
  void known_faults_alone_fail_with_the_first() {
    drop("b.csv", "price,price\n1,2\n");
    drop("a.csv", "cost\n1\n");
    OdometerException failure = failure();
    assertEquals(Errors.SCHEMA_TARGET_MISSING, failure.error());
    assertTrue(failure.reason().contains("training/p/a.csv"), failure.reason());
    assertTrue(failure.reason().contains("1 more cannot be used"), failure.reason());

    objects.clear();
    assertEquals(Errors.DATA_EMPTY, failure().error());
  }

  @Test
  void a_known_object_that_vanished_is_no_fault_of_its_own() {
    drop("a.csv", "size,price\n1,2\n");
    put("a.csv", bytes("size,price\n3,4\n"));
    drop("b.csv", GOOD);
    assertEquals(Errors.DATA_CHANGED, failure().error());
  }

  @Test
  void fresh_objects_prepare_the_same_data_as_known_ones() {
    drop("a.csv", GOOD);
    PreparedData known = run("price");
    objects.replaceAll(PreprocessTest::fresh);
    assertEquals(known, run("price"));
  }

  @Test
  void warnings_of_very_many_bad_objects_stay_short() {
    drop("z.csv", GOOD);
    String wide = "a".repeat(5_000) + "\n1\n";
    for (int i = 0; i < 150; i++) {
      drop("bad-%03d.csv".formatted(i), wide);
    }
    List<String> warnings = run("price").warnings();
    assertTrue(warnings.contains("left out: 50 more objects"));
    assertTrue(String.join("", warnings).length() < 50_000);
  }

  @Test
  void more_than_memory_holds_is_refused() {
    drop("a.csv", "size,price,fuel\n" + rows(0, 300));
    PreprocessLimits limits = new PreprocessLimits(1 << 20, 100, CsvLimits.DEFAULT);
    assertEquals(
        Errors.DATA_TOO_LARGE,
        assertThrows(OdometerException.class, () -> run("price", limits)).error());
    PreprocessLimits bytes = new PreprocessLimits(100, 1 << 20, CsvLimits.DEFAULT);
    assertEquals(
        Errors.DATA_TOO_LARGE,
        assertThrows(OdometerException.class, () -> run("price", bytes)).error());
  }

  private OdometerException failure() {
    return assertThrows(OdometerException.class, () -> run("price"));
  }

  private static ObjectVersion fresh(ObjectVersion object) {
    return new ObjectVersion(object.key(), object.etag(), object.size(), true);
  }

  private static String brief(String csv) {
    return csv.length() > 100 ? csv.substring(0, 20) + "…" + csv.substring(csv.length() - 50) : csv;
  }

  private static byte[] bytes(String csv) {
    return csv.getBytes(StandardCharsets.UTF_8);
  }

  private ErrorName failure(String csv) {
    objects.clear();
    drop("a.csv", csv);
    return assertThrows(OdometerException.class, () -> run("price"), csv).error();
  }

  private void drop(String name, String csv) {
    objects.add(put(name, csv.getBytes(StandardCharsets.UTF_8)));
  }

  private ObjectVersion put(String name, byte[] csv) {
    ObjectKey key = new ObjectKey("training", "p/" + name);
    ObjectInfo info = store.put(key, csv, new PutCondition.Always());
    return new ObjectVersion(key, info.etag(), info.size());
  }

  private static String rows(int from, int count) {
    StringBuilder rows = new StringBuilder();
    for (int i = from; i < from + count; i++) {
      rows.append(
          "%d,%d,%s\n".formatted(i * 7919 % 1009, 1000 + i * 31, i % 2 == 0 ? "Diesel" : "Petrol"));
    }
    return rows.toString();
  }

  private PreparedData run(String target) {
    return run(target, PreprocessLimits.forHeap(1 << 30));
  }

  private PreparedData run(String target, PreprocessLimits limits) {
    Project project =
        new Project(
            new ProjectName("p"),
            target,
            Map.of(Algorithm.XGBOOST, Map.of()),
            Split.DEFAULT,
            filter,
            EndpointRule.DEFAULT,
            null,
            Map.of(),
            List.of(),
            Duration.ZERO,
            ScoringSettings.DEFAULT,
            MonitoringSettings.DEFAULT,
            List.of(),
            1);
    JsonNode input = Json.toTree(new PreprocessInput(project, objects));
    JsonNode output = new Preprocess(store, limits).run(new Context(), input);
    return Json.fromTree(output, PreparedData.class);
  }

  private String text(ObjectKey key) {
    return new String(store.read(key), StandardCharsets.UTF_8);
  }

  private List<String> lines(ObjectKey key) {
    return Arrays.asList(text(key).split("\n", -1));
  }

  private record Context() implements TaskContext {
    @Override
    public ExecutionId execution() {
      return new ExecutionId("e");
    }

    @Override
    public Instant executionStartedAt() {
      return Instant.EPOCH;
    }

    @Override
    public ObjectKey folder() {
      return new ObjectKey("work", "e/preprocess/h");
    }

    @Override
    public void progress(JsonNode progress) {}
  }
}
