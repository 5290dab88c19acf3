// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.json.Json;
import io.odometer.standalone.score.ScoringProgress.Step;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a person sees of an execution. */
final class ScoringProgressTest {
  private static final String READ = state("Files[0]/Preprocess", "SUCCEEDED", "\"ranges\":4");
  private static final String RANGES = state("Files[0]/Ranges", "RUNNING", "");
  private static final String FIRST =
      state("Files[0]/Ranges[0]/Score", "SUCCEEDED", "\"rows\":100,\"percent\":93");
  private static final String SECOND =
      state(
          "Files[0]/Ranges[1]/Score",
          "RUNNING",
          "\"rows\":50,\"percent\":40,\"rowsPerSecond\":1000");
  private static final String THIRD =
      state(
          "Files[0]/Ranges[2]/Score",
          "RUNNING",
          "\"rows\":25,\"percent\":20,\"rowsPerSecond\":500");

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

  @Test
  void ranges_scored_at_once_are_added_up_and_those_to_come_count() {
    assertEquals(
        new ScoringProgress(Step.SCORING, 175, 40, 1500),
        running(READ, RANGES, FIRST, SECOND, THIRD));
  }

  @Test
  void without_a_word_of_how_many_ranges_there_are_those_seen_count() {
    assertEquals(70, running(RANGES, FIRST, SECOND).percent());
  }

  @Test
  void each_step_is_known() {
    assertEquals(Step.STARTING, running().step());
    assertEquals(Step.WAITING, running(state("WaitForChampion", "RUNNING", "")).step());
    assertEquals(Step.READING, running(state("Files[0]/Preprocess", "RUNNING", "")).step());
    assertEquals(
        Step.PUBLISHING, running(READ, FIRST, state("Files[0]/Publish", "RUNNING", "")).step());
    assertEquals(Step.ENDED, ScoringProgress.of(Json.tree("{\"status\":\"FAILED\"}")).step());
  }

  @Test
  void lines_tell_each_step_and_each_tenth_once() {
    ProgressDisplay lines = ProgressDisplay.on(out, false);
    lines.show(running(READ, RANGES, FIRST));
    lines.show(running(READ, RANGES, FIRST));
    lines.show(running(READ, RANGES, FIRST, SECOND));
    lines.show(ScoringProgress.of(Json.tree("{\"status\":\"SUCCEEDED\"}")));
    lines.end();
    assertEquals(
        """
          scoring
          25 %, 100 rows, 0 rows/s
          35 %, 150 rows, 1,000 rows/s
        """,
        written.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
  }

  @Test
  void a_terminal_has_one_line_that_is_written_over_and_removed() {
    ProgressDisplay bar = ProgressDisplay.on(out, true);
    bar.show(running(READ, RANGES, FIRST, SECOND));
    bar.end();
    String text = written.toString(StandardCharsets.UTF_8);
    assertTrue(
        text.contains("[##########--------------------]  35 %  150 rows  1,000 rows/s"), text);
    assertTrue(text.endsWith("\r\u001b[K"), text);
    assertTrue(text.indexOf('\n') < 0, text);
  }

  private static ScoringProgress running(String... states) {
    return ScoringProgress.of(
        Json.tree("{\"status\":\"RUNNING\",\"states\":[%s]}".formatted(String.join(",", states))));
  }

  private static String state(String path, String status, String progress) {
    return "{\"path\":\"%s\",\"status\":\"%s\",\"progress\":{%s}}"
        .formatted(path, status, progress);
  }
}
