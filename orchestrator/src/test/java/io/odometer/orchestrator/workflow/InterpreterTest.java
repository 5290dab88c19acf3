// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.execution.ExecutionStatus;
import io.odometer.core.execution.StateRecord;
import io.odometer.core.json.Json;
import io.odometer.orchestrator.workflow.Command.ScheduleTask;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Time, tries, order and loss: what the recordings do not tell. */
final class InterpreterTest {
  private static final String TASK =
      "\"Type\": \"Task\", \"Resource\": \"urn:odometer:test:task\", ";

  private static Drive drive(String states, String input) {
    String json =
        "{\"StartAt\": \"A\", \"TimeoutSeconds\": 1000, \"States\": {%s}}".formatted(states);
    return new Drive(Definition.parse("test", Json.tree(json)), Json.tree(input));
  }

  private static Drive task(String more) {
    return drive("\"A\": {" + TASK + more + " \"End\": true}", "{}");
  }

  private static Drive twoBranches(String more) {
    return drive(
        """
        "A": {"Type": "Parallel", %s "End": true, "Branches": [
          {"StartAt": "L", "States": {"L": {%s "TimeoutSeconds": 9, "End": true}}},
          {"StartAt": "R", "States": {"R": {%s "End": true}}}]}\
        """
            .formatted(more, TASK, TASK),
        "{}");
  }

  @ParameterizedTest(name = "try {0} waits {1} s")
  @CsvSource({"1, 3", "2, 6", "3, 10", "4, 10"})
  void the_wait_before_a_retry_grows_up_to_its_limit(int tries, int seconds) {
    Drive drive =
        task(
            """
            "Retry": [{"ErrorEquals": ["Store.Unavailable"], "IntervalSeconds": 3, "BackoffRate": 2,
              "MaxAttempts": 9, "MaxDelaySeconds": 10}],\
            """);
    for (int i = 1; i < tries; i++) {
      drive.fail("A", "Store.Unavailable").fireNext();
    }
    var before = drive.now();
    drive.fail("A", "Store.Unavailable").fireNext();
    assertEquals(Duration.ofSeconds(seconds), Duration.between(before, drive.now()));
    assertEquals("A", drive.task("A").state());
  }

  @Test
  void jitter_is_within_the_wait_and_the_same_when_computed_again() {
    String retry =
        """
        "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 100, "JitterStrategy": "FULL"}],\
        """;
    var first = task(retry).fail("A", "Store.Unavailable").fireNext().now();
    var second = task(retry).fail("A", "Store.Unavailable").fireNext().now();
    assertEquals(first, second);
    assertTrue(first.isBefore(Drive.START.plusSeconds(100)));
  }

  @ParameterizedTest(name = "{0} caught by {1}: {2}")
  @CsvSource({
    "Data.Empty, Data.Empty, true",
    "Data.Empty, Data.Malformed, false",
    "Data.Empty, States.ALL, true",
    "Data.Empty, States.TaskFailed, true",
    "States.Timeout, States.TaskFailed, false",
    "States.Timeout, States.ALL, true",
    "States.Runtime, States.ALL, false",
    "States.Runtime, States.Runtime, false",
  })
  void a_catcher_matches_by_name(String error, String caught, boolean matches) {
    Drive drive =
        drive(
            """
            "A": {%s "End": true, "Catch": [{"ErrorEquals": ["%s"], "ResultPath": "$.error", "Next": "B"}]},
            "B": {"Type": "Succeed"}\
            """
                .formatted(TASK, caught),
            "{\"kept\": 1}");
    drive.fail("A", error);
    assertEquals(matches, drive.execution().status() == ExecutionStatus.SUCCEEDED);
    if (matches) {
      assertEquals(
          Json.tree(
              "{\"kept\": 1, \"error\": {\"Error\": \"%s\", \"Cause\": \"%s in A\"}}"
                  .formatted(error, error)),
          drive.execution().output());
    }
  }

  @Test
  void an_older_try_is_not_heard() {
    Drive drive =
        task("\"TimeoutSeconds\": 5, \"Retry\": [{\"ErrorEquals\": [\"States.Timeout\"]}],");
    ScheduleTask first = drive.task("A");
    drive.fireNext().fireNext();
    assertEquals(2, drive.tasks().size());
    drive.fail(first, "Data.Empty", "late");
    assertTrue(drive.isRunning());
    drive.succeed(drive.tasks().getLast(), Json.tree("7"));
    assertEquals(Json.tree("7"), drive.execution().output());
    assertEquals(2, drive.states().getFirst().attempts());
  }

  @Test
  void heartbeats_put_off_the_end() {
    Drive drive = task("\"HeartbeatSeconds\": 10,");
    ScheduleTask task = drive.task("A");
    drive.beat(task, "{\"round\": 1}").sleep(Duration.ofSeconds(8)).beat(task, "{\"round\": 2}");
    assertEquals(Json.tree("{\"round\": 2}"), drive.states().getFirst().progress());
    drive.fireNext();
    assertTrue(drive.isRunning());
    drive.fireNext();
    assertEquals("States.Timeout", drive.execution().error());
    assertEquals(Drive.START.plusSeconds(18), drive.execution().stoppedAt());
  }

  @Test
  void a_timer_that_fires_too_early_is_set_again() {
    Drive drive = task("\"TimeoutSeconds\": 5,");
    drive.fire(drive.execution().timers().getLast().id());
    assertTrue(drive.isRunning());
    assertEquals(2, drive.execution().timers().size());
  }

  @Test
  void a_failing_branch_ends_its_siblings() {
    Drive drive = twoBranches("");
    ScheduleTask left = drive.task("A[0]/L");
    drive.fail("A[1]/R", "Data.Empty");
    assertEquals("Data.Empty", drive.execution().error());
    assertEquals(List.of(), drive.execution().timers());
    assertEquals(
        List.of("FAILED A", "ABORTED A[0]/L", "FAILED A[1]/R"),
        drive.states().stream().map(state -> state.status() + " " + state.path()).toList());
    assertFalse(drive.succeed(left, Json.tree("1")).isRunning());
  }

  @Test
  void a_retried_parallel_starts_every_branch_again() {
    Drive drive = twoBranches("\"Retry\": [{\"ErrorEquals\": [\"Data.Empty\"]}],");
    ScheduleTask old = drive.task("A[0]/L");
    drive.fail("A[1]/R", "Data.Empty").fireNext();
    drive.succeed(old, Json.tree("\"old\""));
    drive.succeed("A[1]/R", "\"right\"").succeed("A[0]/L", "\"left\"");
    assertEquals(Json.tree("[\"left\", \"right\"]"), drive.execution().output());
  }

  @Test
  void a_map_runs_so_many_at_once_and_keeps_the_order() {
    Drive drive =
        drive(
            """
            "A": {"Type": "Map", "MaxConcurrency": 2, "End": true, "ItemProcessor":
              {"StartAt": "P", "States": {"P": {%s "End": true}}}}\
            """
                .formatted(TASK),
            "[1, 2, 3]");
    assertEquals(
        List.of("A[0]/P", "A[1]/P"), drive.tasks().stream().map(ScheduleTask::state).toList());
    drive.succeed("A[1]/P", "20").succeed("A[2]/P", "30").succeed("A[0]/P", "10");
    assertEquals(Json.tree("[10, 20, 30]"), drive.execution().output());
  }

  @Test
  void a_wait_waits() {
    Drive drive =
        drive(
            """
            "A": {"Type": "Wait", "Seconds": 30, "Next": "B"}, "B": {"Type": "Succeed"}\
            """,
            "{\"x\": 1}");
    drive.fireNext();
    assertEquals(Drive.START.plusSeconds(30), drive.execution().stoppedAt());
    assertEquals(Json.tree("{\"x\": 1}"), drive.execution().output());
  }

  @Test
  void an_execution_that_takes_too_long_times_out() {
    Drive drive = task("");
    drive.fire("execution").sleep(Duration.ofSeconds(1000)).fire("execution");
    assertEquals(ExecutionStatus.TIMED_OUT, drive.execution().status());
    assertEquals(ExecutionStatus.ABORTED, drive.states().getFirst().status());
  }

  @Test
  void an_aborted_execution_stays_aborted() {
    Drive drive = twoBranches("");
    ScheduleTask left = drive.task("A[0]/L");
    drive.apply(new ExecutionEvent.Aborted(drive.execution().id(), "User.Stopped", "enough"));
    drive.succeed(left, Json.tree("1"));
    assertEquals(ExecutionStatus.ABORTED, drive.execution().status());
    assertEquals("enough", drive.execution().cause());
    assertTrue(drive.states().stream().map(StateRecord::status).noneMatch(this::isRunning));
  }

  private boolean isRunning(ExecutionStatus status) {
    return !status.isFinal();
  }

  @Test
  void an_endless_loop_ends_and_leaves_a_bounded_record() {
    Drive drive =
        drive(
            "\"A\": {\"Type\": \"Pass\", \"Next\": \"B\"}, \"B\": {\"Type\": \"Pass\", \"Next\":"
                + " \"A\"}",
            "{}");
    assertEquals("States.Runtime", drive.execution().error());
    assertEquals(500, drive.states().size());
  }

  @ParameterizedTest
  @CsvSource({"262130, SUCCEEDED", "262200, FAILED"})
  void a_result_has_a_largest_size(int length, ExecutionStatus status) {
    Drive drive = task("").succeed("A", Json.text("x".repeat(length)));
    assertEquals(status, drive.execution().status());
  }

  @Test
  void a_null_output_is_kept_apart_from_none() {
    assertEquals(Json.tree("null"), task("").succeed("A", "null").execution().output());
  }

  @Test
  void a_choice_without_a_match_fails_by_name() {
    Drive drive =
        drive(
            """
            "A": {"Type": "Choice", "Choices": [{"Variable": "$.x", "NumericEquals": 1, "Next": "B"}]},
            "B": {"Type": "Succeed"}\
            """,
            "{\"x\": 2}");
    assertEquals("States.NoChoiceMatched", drive.execution().error());
    assertNotNull(drive.execution().cause());
  }

  @Test
  void an_execution_begins_with_a_start() {
    Drive drive = task("");
    var event = new ExecutionEvent.TimerFired(new ExecutionId("other"), "execution");
    assertThrows(
        IllegalArgumentException.class,
        () -> Interpreter.step(drive.definition(), null, event, drive.now()));
  }
}
