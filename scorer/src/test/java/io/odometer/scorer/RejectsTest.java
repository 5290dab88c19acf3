// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.project.ScoringSettings;
import io.odometer.core.scoring.ScoringCounts;
import io.odometer.core.store.Buckets;
import io.odometer.core.training.ObjectVersion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RejectsTest {
  private final ScoredCars cars = new ScoredCars();

  private static ScoringSettings settings(String json) {
    return ScoringSettings.DEFAULT.with(Json.tree(json));
  }

  @Test
  void each_reject_has_line_reason_and_text() {
    ScoringRun run = cars.run("rejects");
    ObjectVersion file =
        run.drop(
            "a.csv",
            """
            miles,fuel,sold,engine
            1,Diesel,2020-03-04,998 CC
            abc,Diesel,,
            1,Diesel
            1,Diesel,,,5
            ,  ,,
            1,"Die"sel,,
            1,"a
            b",,
            \u00a0
            """);
    run.score(file);
    assertEquals(
        """
        line,reason,raw
        3,miles is no number: 'abc',"abc,Diesel,,"
        4,it has 2 cells instead of 4,"1,Diesel"
        5,it has 5 cells instead of 4,"1,Diesel,,,5"
        6,it is blank,",  ,,"
        7,it is not CSV: more stands after a closing quote,"1,""Die""sel,,"
        10,it is blank,\u00a0
        """,
        run.rejects(file));
    assertEquals(new ScoringCounts(8, 2, 6), run.manifest(file).counts());
    assertEquals(2L, run.manifest(file).reasons().get("it is blank"));
    assertEquals(1L, run.manifest(file).reasons().get("miles is no number"));
  }

  @Test
  void a_row_of_absurdly_many_cells_is_rejected_alone() {
    ScoringRun run = cars.run("wide");
    ObjectVersion file =
        run.drop("a.csv", "miles,fuel\n1,Diesel\n1" + ",".repeat(100_000) + "\n2,Petrol\n");
    run.score(file);
    assertEquals(new ScoringCounts(3, 2, 1), run.manifest(file).counts());
    assertTrue(run.rejects(file).contains("\n3,it has 100001 cells instead of 2,"));
  }

  @Test
  void a_first_row_of_line_ends_takes_no_longer_than_another() {
    ScoringRun run = cars.run("ends");
    ObjectVersion file =
        run.drop("a.csv", "\"" + "\n".repeat(1_000_000) + "x\",miles,fuel\n1,2,Diesel\n");
    run.score(file);
    assertEquals(new ScoringCounts(1, 1, 0), run.manifest(file).counts());
  }

  @Test
  void json_rejects_have_line_reason_and_text() {
    ScoringRun run = cars.run("json rejects");
    ObjectVersion file =
        run.drop(
            "a.jsonl",
            """
            {"miles":1}
            {"miles":"abc"}
            {"miles":1} {"miles":2}
            [1,2]

            5
            {"miles":[1]}
            {"other":1,"another":2}
            {"last":1}
            """);
    run.score(file);
    List<List<String>> rejects = CarTable.parse(run.rejects(file), ',');
    assertEquals(
        List.of("line", "2", "3", "4", "6", "7", "8", "9"),
        rejects.stream().map(List::getFirst).toList());
    assertEquals("miles is no number: 'abc'", rejects.get(1).get(1));
    assertTrue(rejects.get(2).get(1).startsWith("it is not JSON: "), rejects.get(2).get(1));
    assertEquals("it has 2 values, the endpoint 4 columns", rejects.get(3).get(1));
    assertTrue(rejects.get(6).get(1).startsWith("other is none"), rejects.get(6).get(1));
    assertTrue(rejects.get(7).get(1).startsWith("last is none"), rejects.get(7).get(1));
    assertEquals("{\"last\":1}", rejects.get(7).get(2));
    assertEquals(new ScoringCounts(8, 1, 7), run.manifest(file).counts());
  }

  @Test
  void a_json_record_that_a_filter_does_not_fit_is_rejected() {
    ScoringRun run =
        cars.run("unfit", settings("{\"inputFilter\": \"$.car\", \"outputFilter\": \"$.id\"}"));
    ObjectVersion file =
        run.drop(
            "a.jsonl", "{\"id\":1,\"car\":{\"miles\":1}}\n{\"id\":2}\n{\"car\":{\"miles\":1}}\n");
    run.score(file);
    assertEquals("1\n", run.output(file));
    List<List<String>> rejects = CarTable.parse(run.rejects(file), ',');
    assertEquals("it does not fit the filter: $ has no 'car'; there are id", rejects.get(1).get(1));
    assertTrue(rejects.get(2).get(1).contains("has no 'id'"), rejects.get(2).get(1));
  }

  @Test
  void what_came_in_came_out_or_was_rejected() {
    StringBuilder csv = new StringBuilder("miles,fuel\n");
    for (int i = 0; i < 1_000; i++) {
      csv.append(i % 7 == 0 ? "x" : "1").append(i % 5 == 0 ? "\n" : ",Diesel\n");
    }
    ScoringRun run = cars.run("counts", ScoringSettings.DEFAULT, 500);
    ObjectVersion file = run.drop("a.csv", csv.toString());
    run.score(file);
    ScoringCounts counts = run.manifest(file).counts();
    assertEquals(1_000, counts.rowsIn());
    assertEquals(run.output(file).lines().count() - 1, counts.rowsOut());
    assertEquals(run.rejects(file).lines().count() - 1, counts.rejects());
    long reasons = run.manifest(file).reasons().values().stream().mapToLong(n -> n).sum();
    assertEquals(counts.rejects(), reasons);
  }

  @Test
  void more_rejects_than_allowed_publish_nothing() {
    ScoringRun run = cars.run("strict", settings("{\"maxRejectRate\": 0.49, \"captureShare\": 1}"));
    ObjectVersion file = run.drop("a.csv", "miles,fuel\n1,Diesel\nx,Diesel\n");
    OdometerException refusal = assertThrows(OdometerException.class, () -> run.score(file));
    assertEquals(Errors.SCORING_TOO_MANY_REJECTS, refusal.error());
    assertTrue(refusal.reason().startsWith("scoring/cars/in/a.csv: 1 of 2"), refusal.reason());
    assertTrue(refusal.reason().contains("miles is no number"), refusal.reason());
    assertEquals(List.of(), cars.outputs());
    assertEquals(List.of(), cars.objects(Buckets.CAPTURE));
  }

  @Test
  void as_many_rejects_as_allowed_pass() {
    ScoringRun run = cars.run("exact", settings("{\"maxRejectRate\": 0.5}"));
    ObjectVersion file = run.drop("a.csv", "miles,fuel\n1,Diesel\nx,Diesel\n");
    run.score(file);
    assertEquals(new ScoringCounts(2, 1, 1), run.manifest(file).counts());
  }

  @Test
  void a_file_of_rejects_alone_has_an_empty_output() {
    ScoringRun run = cars.run("all");
    ObjectVersion file = run.drop("a.jsonl", "x\ny\n");
    run.score(file);
    assertEquals("", run.output(file));
    assertEquals(new ScoringCounts(2, 0, 2), run.manifest(file).counts());
  }

  @Test
  void reasons_stay_small_whatever_the_rows_hold() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      lines.append(Json.text(Map.of("x".repeat(5_000) + i, 1))).append('\n');
      lines.append(Json.text(Map.of("name" + i, 1))).append('\n');
    }
    ScoringRun run = cars.run("reasons", ScoringSettings.DEFAULT, 10_000);
    ObjectVersion file = run.drop("a.jsonl", lines.toString());
    run.score(file);
    Map<String, Long> reasons = run.manifest(file).reasons();
    assertTrue(reasons.size() <= 21, "kinds: " + reasons.size());
    assertTrue(reasons.keySet().stream().allMatch(kind -> kind.length() <= 101));
    assertEquals(200, reasons.values().stream().mapToLong(n -> n).sum());
  }

  @Test
  void formulas_are_disarmed_where_that_is_wanted() {
    ScoringRun run = cars.run("formulas", settings("{\"neutralizeFormulas\": true}"));
    ObjectVersion file = run.drop("a.csv", "miles,fuel,=name\n-1,=SUM(A1),+5\n=x,Diesel,@y\n");
    run.score(file);
    List<List<String>> rows = CarTable.parse(run.output(file), ',');
    assertEquals("'=name", rows.get(0).get(2));
    assertEquals(List.of("-1", "'=SUM(A1)", "+5"), rows.get(1).subList(0, 3));
    assertEquals("'=x,Diesel,@y", CarTable.parse(run.rejects(file), ',').get(1).get(2));
  }

  @Test
  void a_reason_that_quotes_the_record_is_disarmed_too() {
    ScoringRun run = cars.run("reason", settings("{\"neutralizeFormulas\": true}"));
    ObjectVersion file = run.drop("a.jsonl", "{\"=cmd()\":1}\n");
    run.score(file);
    assertTrue(
        CarTable.parse(run.rejects(file), ',').get(1).get(1).startsWith("'=cmd() is none"),
        run.rejects(file));
  }
}
