// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.json.Json;
import io.odometer.core.message.SystemEvent;
import org.junit.jupiter.api.Test;

class LetterWriterTest {
  private final LetterWriter writer = new LetterWriter();

  private Letter letter(SystemEvent event) {
    return writer.write(Notices.of(event).orElseThrow());
  }

  private static void assertBothSay(Letter letter, String... words) {
    for (String word : words) {
      assertTrue(letter.text().contains(word), () -> word + " in " + letter.text());
      assertTrue(letter.html().contains(word), () -> word + " in " + letter.html());
    }
  }

  @Test
  void a_success_says_what_ended_and_how_long_it_took() {
    Letter letter = letter(Happened.ended("training", "SUCCEEDED"));
    assertEquals("[odometer] used-cars: execution succeeded: training run-1", letter.subject());
    assertBothSay(letter, "run-1", "training", "SUCCEEDED", "3 min 30 s");
  }

  @Test
  void a_failure_says_error_and_cause() {
    Letter letter = letter(Happened.failed("training/used-cars/one.csv has no rows"));
    assertEquals(
        "[odometer] used-cars: execution failed: training run-1, Data.Empty", letter.subject());
    assertBothSay(letter, "Data.Empty", "training/used-cars/one.csv has no rows", "FAILED");
  }

  @Test
  void a_rejection_has_both_rmses_and_the_threshold() {
    Letter letter = letter(Happened.rejected());
    assertEquals(
        "[odometer] used-cars: model rejected: RMSE 2100.51, the champion has 1990.25",
        letter.subject());
    assertBothSay(letter, "2100.51", "1990.25", "3000", "used-cars/xgboost/20260302T000000Z-bbbb");
  }

  @Test
  void a_new_champion_comes_with_the_members_and_the_rule() {
    Letter letter = letter(Happened.crowned());
    assertTrue(letter.subject().contains("champion changed: linear 20260301T000000Z-aaaa"));
    assertBothSay(
        letter, "used-cars/linear/20260301T000000Z-aaaa", "weighted: linear 1, xgboost 3");
  }

  @Test
  void drift_has_the_alarms_the_charts_and_what_happens_next() {
    Letter letter = letter(Happened.drifted("mileage"));
    assertEquals("[odometer] used-cars: drift: mileage, fuelType and year", letter.subject());
    assertBothSay(
        letter,
        "baseline_drift_check",
        "0.34 (share of the rows moved)",
        "0.08",
        "2.4 % are Hydrogen",
        "12,345",
        "2026-03-04 09:15 UTC to 2026-03-04 10:15 UTC",
        "monitoring/used-cars/m1/report.html",
        "A training follows: e7.",
        "28.0 %",
        "used-cars/linear/20260301T000000Z-aaaa");
    // The longest bar fills the width; a share of nothing has no bar.
    assertTrue(letter.html().contains("width=\"260\""));
    assertFalse(letter.html().contains("width=\"0\""));
  }

  @Test
  void nothing_is_fetched_from_elsewhere() {
    String html = letter(Happened.drifted("mileage")).html();
    assertFalse(html.contains("src="), html);
    assertFalse(html.contains("url("), html);
    assertFalse(html.contains("http"), html);
  }

  @Test
  void names_that_are_markup_are_shown_not_run() {
    Letter letter = letter(Happened.drifted("<script>alert(1)</script>"));
    assertFalse(letter.html().contains("<script"), letter.html());
    assertTrue(letter.html().contains("&lt;script&gt;"));
    assertTrue(letter.text().contains("<script>alert(1)</script>"));
  }

  @Test
  void a_subject_is_one_line_of_bounded_length() {
    Letter letter = letter(Happened.drifted("a\r\nBcc: x@example.org\r\n" + "long".repeat(100)));
    assertFalse(letter.subject().contains("\n"), letter.subject());
    assertTrue(letter.subject().length() < 200, letter.subject());
  }

  @Test
  void an_event_of_another_shape_is_told_by_its_message() {
    Letter letter = letter(Happened.event("drift.found", "m2", Json.object().put("rows", "many")));
    assertBothSay(letter, "it is told: m2");
  }
}
