// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.odometer.core.error.Errors;
import io.odometer.core.execution.ExecutionId;
import io.odometer.core.json.Json;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.PutCondition;
import io.odometer.core.task.TaskCommand;
import io.odometer.core.task.TaskReport;
import io.odometer.core.task.TaskResource;
import io.odometer.platform.store.InMemoryObjectStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TaskRunTest {
  private final InMemoryObjectStore store = new InMemoryObjectStore();
  private final List<TaskReport> heartbeats = new ArrayList<>();
  private final AtomicLong nanoTime = new AtomicLong();

  @BeforeEach
  void makeBucket() {
    store.ensureBucket(Buckets.WORK);
  }

  private static TaskCommand command(String state, int input) {
    return new TaskCommand(
        "try-1",
        new TaskResource("trainer", "train"),
        new ExecutionId("e1"),
        state,
        Instant.parse("2026-01-02T03:04:05Z"),
        Json.object().put("input", input));
  }

  private TaskProgress progress(TaskCommand command) {
    return new TaskProgress(command, heartbeats::add, nanoTime::get);
  }

  private void pass(Duration time) {
    nanoTime.addAndGet(time.toNanos());
  }

  @ParameterizedTest
  @CsvSource({
    "Train, Train",
    "Models[1]/Train, Models-1-/Train",
    "'Spaces and ünicode', Spaces-and--nicode",
    "../Train, -/Train",
    "A//B, A-B"
  })
  void a_folder_names_the_state_in_safe_letters(String state, String folder) {
    String path = TaskFolder.of(command(state, 1)).path();
    assertEquals("e1/" + folder, path.substring(0, path.lastIndexOf('/')));
  }

  @Test
  void a_folder_is_the_same_on_every_try_and_another_for_another_input_or_state() {
    assertEquals(TaskFolder.of(command("Train", 1)), TaskFolder.of(command("Train", 1)));
    assertNotEquals(TaskFolder.of(command("Train", 1)), TaskFolder.of(command("Train", 2)));
    assertNotEquals(TaskFolder.of(command("A B", 1)), TaskFolder.of(command("A-B", 1)));
  }

  @Test
  void of_two_tries_at_once_both_report_what_the_first_one_kept() {
    TaskCommand command = command("Train", 1);
    JsonNode rival = Json.object().put("by", "rival");
    TaskHandler overtaken =
        (context, input) -> {
          store.put(
              context.folder().child("result.json"),
              Json.bytes(new TaskRun.Result(rival)),
              new PutCondition.IfAbsent());
          return Json.object().put("by", "me");
        };
    TaskRun runs = new TaskRun(store, Map.of("train", overtaken));
    TaskRun.Outcome outcome = runs.run(command, progress(command));
    assertEquals(new TaskReport.Succeeded(command.execution(), "try-1", rival), outcome.report());
  }

  @Test
  void a_task_that_runs_out_of_memory_fails_as_too_large() {
    TaskCommand command = command("Train", 1);
    TaskHandler greedy =
        (context, input) -> {
          throw new OutOfMemoryError("Java heap space");
        };
    TaskRun.Outcome outcome =
        new TaskRun(store, Map.of("train", greedy)).run(command, progress(command));
    TaskReport.Failed failed = (TaskReport.Failed) outcome.report();
    assertEquals(Errors.DATA_TOO_LARGE, failed.error());
  }

  @Test
  void progress_is_sent_once_a_second_at_most_and_the_last_word_is_kept_for_the_next_beat() {
    TaskProgress progress = progress(command("Train", 1));
    progress.beat();
    assertEquals(1, heartbeats.size(), "the first tells that the task was taken");
    progress.progress(Json.object().put("round", 1));
    progress.progress(Json.object().put("round", 2));
    assertEquals(1, heartbeats.size());
    pass(Duration.ofSeconds(1));
    progress.beat();
    assertEquals(2, heartbeats.size());
    assertEquals(2, lastRound());
  }

  private int lastRound() {
    return ((TaskReport.Heartbeat) heartbeats.getLast()).progress().get("round").asInt();
  }

  @Test
  void a_silent_task_beats_every_five_seconds() {
    TaskProgress progress = progress(command("Train", 1));
    progress.beat();
    pass(Duration.ofSeconds(4));
    progress.beat();
    assertEquals(1, heartbeats.size());
    pass(Duration.ofSeconds(1));
    progress.beat();
    assertEquals(2, heartbeats.size());
  }
}
