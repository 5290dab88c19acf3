// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.filter.RecordPath;
import io.odometer.core.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoringSettingsTest {
  private static final ScoringSettings PROJECT =
      new ScoringSettings(
          RecordPath.parse("$[1:]"), JoinSource.INPUT, RecordPath.WHOLE, 0.2, true, 0.5);

  @Test
  void what_a_job_does_not_say_is_the_projects() {
    assertEquals(PROJECT, with("{}"));
    assertEquals(PROJECT, with("{'inputFilter': null}"));
    assertEquals(
        new ScoringSettings(
            RecordPath.parse("$[1:]"), JoinSource.NONE, RecordPath.parse("$[0,-1]"), 0, true, 0.5),
        with("{'joinSource': 'None', 'outputFilter': '$[0,-1]', 'maxRejectRate': 0}"));
  }

  @Test
  void all_mistakes_of_a_job_are_told_at_once() {
    String told = refusal("{'outputFiltre': '$', 'inputFilter': '$[', 'maxRejectRate': 2}");

    for (String field : List.of("outputFiltre: ", "inputFilter: ", "maxRejectRate: ")) {
      assertTrue(told.contains(field), told);
    }
    assertTrue(told.contains("did you mean 'outputFilter'?"), told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "'$'", "3", "null"})
  void a_job_that_is_no_object_is_refused(String job) {
    assertTrue(refusal(job).contains("a JSON object"));
  }

  private static String refusal(String job) {
    OdometerException refusal = assertThrows(OdometerException.class, () -> with(job));
    assertEquals(Errors.JOB_INVALID, refusal.error());
    return refusal.reason();
  }

  private static ScoringSettings with(String job) {
    return PROJECT.with(Json.tree(job.replace('\'', '"')));
  }
}
