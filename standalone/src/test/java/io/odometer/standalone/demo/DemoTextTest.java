// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.odometer.core.json.Json;
import io.odometer.standalone.client.Numbers;
import io.odometer.standalone.client.ProgressReport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What people read while the demo runs. */
final class DemoTextTest {
  private final ProgressReport report = new ProgressReport();

  @Test
  void each_news_of_a_step_is_told_once() {
    String started = state("Preprocess", "RUNNING", "null");
    assertEquals(List.of("  Preprocess               started"), lines(started));
    assertEquals(List.of(), lines(started));
    assertEquals(
        List.of("  Preprocess               done in 1.5 s"),
        lines(state("Preprocess", "SUCCEEDED", "null")));
  }

  @Test
  void a_branch_bears_the_name_of_its_algorithm_and_shows_its_progress() {
    assertEquals(
        List.of("  Train trees              round 3 of 10, rmse 12.5"),
        lines(state("Models[1]/Train", "RUNNING", "{\"round\":3,\"rounds\":10,\"rmse\":12.49}")));
  }

  @Test
  void a_failed_step_says_why() {
    assertEquals(
        List.of("  Preprocess               failed: Data.Empty, no rows"),
        lines(state("Preprocess", "FAILED", "null")));
  }

  @Test
  void steps_that_only_choose_are_left_out() {
    assertEquals(
        List.of(), lines(state("Gate", "RUNNING", "null").replace("\"Task\"", "\"Choice\"")));
  }

  @Test
  void a_range_of_a_file_is_counted_from_one_and_tells_its_rows() {
    assertEquals(
        List.of("  Score range 3            done in 1.5 s, 12,000 rows"),
        lines(state("Files[0]/Ranges[2]/Score", "SUCCEEDED", "{\"rows\":12000}")));
    assertEquals(
        List.of("  Publish                  started"),
        lines(state("Files[0]/Publish", "RUNNING", "null")));
  }

  @Test
  void branches_that_do_different_things_bear_their_names_alone() {
    assertEquals(
        List.of("  DataQuality              done in 1.5 s"),
        lines(state("Checks[0]/DataQuality", "SUCCEEDED", "null")));
    assertEquals(
        List.of("  DataBaseline trees       started"),
        lines(state("Models[1]/Baselines[0]/DataBaseline", "RUNNING", "null")));
  }

  @Test
  void scored_rows_show_their_first_columns_and_the_predictions() {
    String table =
        """
        a,b,c,d,e,f,prediction,prediction_trees,model_version
        1,"x, y",3,4,5,6,1234.56,,v1
        """;
    assertEquals(
        List.of("  a  b     c  d  e  prediction  prediction_trees", "  1  x, y  3  4  5  1,234.6"),
        ScoredRows.lines(table.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void metrics_stand_in_columns() {
    JsonNode model =
        Json.tree(
            """
            {"algorithm":"trees","version":"v1","stage":"champion","reason":null,
             "metrics":{"rmse":1234.56,"mae":800.0,"mse":1.0,"r2":0.98765}}
            """);
    List<String> lines = MetricsTable.lines(List.of(model));
    assertEquals("  model  version  stage     RMSE     MAE    R²", lines.get(0));
    assertEquals("  trees  v1       champion  1,234.6  800.0  0.9877", lines.get(1));
  }

  @Test
  void numbers_keep_the_places_that_matter() {
    List<String> written =
        IntStream.of(0, 1, 2, 3)
            .mapToObj(i -> Numbers.plain(Json.tree("[7, 0.12345, 1234.56, \"some\"]").get(i)))
            .toList();
    assertEquals(List.of("7", "0.1235", "1,234.6", "some"), written);
  }

  private List<String> lines(String state) {
    return report.lines(
        Json.tree(
            """
            {"input":{"algorithms":[{"name":"line"},{"name":"trees"}]},"states":[%s]}
            """
                .formatted(state)));
  }

  private static String state(String path, String status, String progress) {
    return """
    {"path":"%s","type":"Task","status":"%s","enteredAt":"2026-01-01T00:00:00Z",
     "exitedAt":"2026-01-01T00:00:01.500Z","attempts":1,"progress":%s,
     "error":"Data.Empty","cause":"no rows"}
    """
        .formatted(path, status, progress);
  }
}
