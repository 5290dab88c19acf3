// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.odometer.core.json.Json;
import io.odometer.core.message.SystemEvent;
import io.odometer.core.project.NotificationKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticesTest {
  private static Optional<NotificationKind> kind(SystemEvent event) {
    return Notices.of(event).map(Notice::kind);
  }

  @ParameterizedTest
  @CsvSource({
    "training,SUCCEEDED,execution-succeeded",
    "batch-scoring,SUCCEEDED,execution-succeeded",
    "training,FAILED,execution-failed",
    "training,TIMED_OUT,execution-failed",
    "training,ABORTED,execution-failed",
    "monitoring,FAILED,execution-failed"
  })
  void an_execution_that_ended_is_told(String workflow, String status, String kind) {
    assertEquals(Optional.of(NotificationKind.of(kind)), kind(Happened.ended(workflow, status)));
  }

  @ParameterizedTest
  @CsvSource({"training,RUNNING", "monitoring,SUCCEEDED"})
  void what_began_or_was_only_looked_at_is_not(String workflow, String status) {
    assertEquals(Optional.empty(), kind(Happened.ended(workflow, status)));
  }

  @Test
  void a_notification_that_failed_notifies_nobody() {
    assertEquals(Optional.empty(), kind(Happened.event("notification.failed", "x", Json.object())));
  }

  @Test
  void the_other_kinds_are_those_of_their_events() {
    assertEquals(Optional.of(NotificationKind.MODEL_REJECTED), kind(Happened.rejected()));
    assertEquals(Optional.of(NotificationKind.CHAMPION_CHANGED), kind(Happened.crowned()));
    assertEquals(Optional.of(NotificationKind.DRIFT), kind(Happened.drifted("mileage")));
  }
}
