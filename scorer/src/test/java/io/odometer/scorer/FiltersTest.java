// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.project.ScoringSettings;
import io.odometer.core.training.ObjectVersion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code inputFilter}, {@code joinSource} and {@code outputFilter}, as SageMaker has them. */
class FiltersTest {
  private static final Map<String, String> CAR =
      Map.of("miles", "1250", "fuel", "Diesel", "sold", "2020-03-04", "engine", "998 CC");
  private static final String ROW = "A17,1250,Diesel,2020-03-04,998 CC\n";
  private static final String HEADER = "listing,miles,fuel,sold,engine\n";

  private final ScoredCars cars = new ScoredCars();
  private final String prediction = cars.predictions(CAR).getFirst();
  private final String all =
      String.join(",", cars.predictions(CAR)) + "," + ScoredCars.VERSION + "\n";

  private String scored(String name, String content, String settings) {
    ScoringRun run = cars.run(settings, ScoringSettings.DEFAULT.with(Json.tree(settings)));
    ObjectVersion file = run.drop(name, content);
    run.score(file);
    assertEquals("", run.rejects(file));
    return run.output(file);
  }

  @Test
  void the_first_column_is_hidden_and_comes_back() {
    String hidden = "{\"inputFilter\": \"$[1:]\", \"outputFilter\": \"$[0,5]\"}";
    assertEquals("A17," + prediction + "\n", scored("a.csv", ROW, hidden));
    assertEquals(
        "listing,prediction\nA17," + prediction + "\n", scored("b.csv", HEADER + ROW, hidden));
  }

  @Test
  void the_whole_row_is_joined_unless_told_otherwise() {
    assertEquals(ROW.strip() + "," + all, scored("a.csv", ROW, "{\"inputFilter\": \"$[1:]\"}"));
  }

  @Test
  void without_a_join_predictions_stand_alone() {
    String alone = "{\"inputFilter\": \"$[1:]\", \"joinSource\": \"None\"}";
    assertEquals(all, scored("a.csv", ROW, alone));
    assertEquals(
        "prediction\n" + prediction + "\n",
        scored("b.csv", HEADER + ROW, alone.replace("}", ", \"outputFilter\": \"$[0]\"}")));
  }

  @Test
  void the_last_value_is_the_version() {
    assertEquals(
        "A17," + ScoredCars.VERSION + "\n",
        scored("a.csv", ROW, "{\"inputFilter\": \"$[1:]\", \"outputFilter\": \"$[0,-1]\"}"));
  }

  @Test
  void cells_that_need_quotes_are_quoted_again() {
    String row = "\"A\n\"\"17\"\"\",1250,Diesel,2020-03-04,998 CC\n";
    assertEquals(
        "\"A\n\"\"17\"\"\"," + prediction + "\n",
        scored("a.csv", row, "{\"inputFilter\": \"$[1:]\", \"outputFilter\": \"$[0,5]\"}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          inputFilter  | $[9]   | index 9 lies outside of 5 values
          inputFilter  | $.miles| goes by names
          outputFilter | $[9]   | index 9 lies outside of 9 values
          outputFilter | $['a'] | goes by names
          """)
  void a_filter_that_does_not_fit_the_table_fails_it(String name, String filter, String why) {
    String settings = Json.text(Map.of(name, filter));
    OdometerException refusal =
        assertThrows(OdometerException.class, () -> scored("a.csv", HEADER + ROW, settings));
    assertEquals(Errors.SCHEMA_MISMATCH, refusal.error());
    assertTrue(refusal.reason().contains(why), refusal.reason());
    assertTrue(refusal.reason().contains(name), refusal.reason());
    assertTrue(refusal.reason().startsWith("scoring/cars/in/a.csv: "), refusal.reason());
  }

  @Test
  void a_part_of_a_json_record_is_seen_and_chosen_parts_are_written() {
    String record =
        "{\"id\":7,\"input\":{\"features\":[1250,\"Diesel\",\"2020-03-04\",\"998 CC\"]}}\n";
    String output =
        scored(
            "a.jsonl",
            record,
            "{\"inputFilter\": \"$.input\", \"outputFilter\": \"$['id','SageMakerOutput']\"}");
    assertTrue(
        output.startsWith("{\"id\":7,\"SageMakerOutput\":{\"score\":" + prediction + ","), output);
    assertTrue(output.endsWith(ScoredCars.VERSION + "\"}}\n"), output);
  }

  @Test
  void one_value_of_a_json_answer_is_a_line() {
    String record =
        "{\"miles\":1250,\"fuel\":\"Diesel\",\"sold\":\"2020-03-04\",\"engine\":\"998 CC\"}";
    assertEquals(
        prediction + "\n",
        scored("a.jsonl", record, "{\"outputFilter\": \"$.SageMakerOutput.score\"}"));
    assertEquals(
        prediction + "\n",
        scored("b.jsonl", record, "{\"joinSource\": \"None\", \"outputFilter\": \"$.score\"}"));
  }

  @Test
  void an_output_of_before_is_replaced() {
    String output =
        scored("a.jsonl", "{\"miles\":1,\"SageMakerOutput\":\"old\"}", "{\"maxRejectRate\": 0}");
    assertEquals(1, output.split("SageMakerOutput", -1).length - 1);
    assertTrue(Json.tree(output).path("SageMakerOutput").path("score").isNumber(), output);
  }

  @Test
  void a_column_called_prediction_keeps_its_name_and_ours_gets_a_number() {
    String output =
        scored(
            "a.csv",
            "miles,fuel,prediction,prediction_2\n1,Diesel,x,y\n",
            "{\"maxRejectRate\": 0}");
    assertEquals(
        List.of(
            "miles",
            "fuel",
            "prediction",
            "prediction_2",
            "prediction_3",
            "prediction_xgboost",
            "prediction_linear",
            "model_version"),
        CarTable.parse(output, ',').getFirst());
  }

  @Test
  void versions_that_differ_are_named_each() {
    ScoredCars mixed = new ScoredCars();
    ScoringRun run =
        new ScoringRun(
            "mixed",
            mixed.store(),
            mixed.endpoint(2, mixed.forest("v7", 1), mixed.linear("v8", 2)),
            ScoringSettings.DEFAULT,
            1 << 20);
    ObjectVersion file = run.drop("a.csv", "miles;fuel\n1;Diesel\n");
    run.score(file);
    assertEquals("xgboost=v7;linear=v8", CarTable.parse(run.output(file), ';').getLast().getLast());
  }

  @Test
  void the_side_file_goes_before_the_project() {
    ScoringRun run =
        cars.run("side", ScoringSettings.DEFAULT.with(Json.tree("{\"inputFilter\": \"$[1:]\"}")));
    run.drop("a.csv.job.json", "{\"outputFilter\": \"$[0]\"}");
    ObjectVersion file = run.drop("a.csv", ROW);
    run.score(file);
    assertEquals("A17\n", run.output(file));
    assertEquals("$[1:]", run.manifest(file).settings().inputFilter().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"inputFilter": "miles"}              | inputFilter
          {"outputFilter": 5}                   | outputFilter
          {"joinSource": "Output"}              | joinSource
          {"maxRejectRate": 2}                  | maxRejectRate
          {"captureShare": "much"}              | captureShare
          {"neutraliseFormulas": true}          | neutraliseFormulas
          {"maxRejectRate": -1, "joinSource": 1}| maxRejectRate
          []                                    | JSON object
          {"inputFilter":                       | not JSON
          null                                  | JSON object
          """)
  void mistakes_in_the_side_file_are_named(String job, String named) {
    assertJobRefused(job, named);
  }

  @Test
  void an_empty_or_endless_side_file_is_no_job() {
    assertJobRefused("", "");
    assertJobRefused(" ".repeat(100_001), "more than 100,000 bytes");
  }

  private void assertJobRefused(String job, String named) {
    ScoringRun run = cars.run("bad job");
    run.drop("a.csv.job.json", job);
    ObjectVersion file = run.drop("a.csv", HEADER + ROW);
    OdometerException refusal = assertThrows(OdometerException.class, () -> run.prepare(file));
    assertEquals(Errors.JOB_INVALID, refusal.error());
    assertTrue(refusal.reason().startsWith("scoring/cars/in/a.csv.job.json"), refusal.reason());
    assertTrue(refusal.reason().contains(named), refusal.reason());
  }
}
