// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.Errors;
import io.odometer.core.execution.ExecutionId;
import io.odometer.core.execution.ExecutionRecord;
import io.odometer.core.execution.ExecutionStatus;
import io.odometer.core.json.Json;
import io.odometer.core.message.SystemEvent;
import io.odometer.core.message.Topics;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.registry.Stage;
import io.odometer.core.task.TaskCommand;
import io.odometer.core.task.TaskReport;
import io.odometer.orchestrator.workflow.ExecutionEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTest {
  private EngineInMemory engine;

  @BeforeEach
  void open(@TempDir Path directory) {
    engine = new EngineInMemory(directory);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void a_dropped_csv_becomes_champions_behind_the_endpoint() {
    engine.create();
    engine.train("a.csv", "1");

    ExecutionRecord execution = engine.executions().getFirst();
    assertEquals(ExecutionStatus.SUCCEEDED, execution.status(), execution.cause());
    Endpoint endpoint = engine.values(Topics.ENDPOINTS).getLast();
    assertEquals(
        List.of("linear", "xgboost"),
        endpoint.members().stream().map(member -> member.algorithm().value()).toList());
    assertEquals(execution.id(), endpoint.execution());
    assertEquals(
        List.of(Stage.CHAMPION, Stage.CHAMPION),
        engine.values(Topics.MODELS).stream().map(model -> model.stage()).toList());
    assertEquals(
        List.of(
            "project.created",
            "execution.changed",
            "model.registered",
            "model.registered",
            "endpoint.updated",
            "execution.changed"),
        engine.events());
  }

  @Test
  void an_execution_that_ended_leaves_the_store_and_is_remembered() {
    engine.create();
    engine.train("a.csv", "1");

    assertEquals(List.of(), engine.keys(ExecutionShell.STORE));
    assertEquals(
        List.of(engine.executions().getFirst().id().value()),
        engine.keys(FinishedExecutions.STORE));
  }

  @Test
  void starting_an_execution_again_is_nothing_new_while_it_runs_and_after_it_ended() {
    engine.create();
    engine.drop("cars/a.csv", "1");
    engine.later(EngineInMemory.QUIET.plusMillis(10));
    TestRecord<String, byte[]> start = engine.records(EngineTopics.WORKFLOW_COMMANDS).getFirst();

    engine.sendBytes("workflow-commands", start.key(), start.value());
    assertEquals(1, engine.takeCommands().size());

    engine.records(Topics.tasks("trainer"));
    engine.values(Topics.tasks("trainer")).forEach(c -> engine.report(engine.trainer.work(c)));
    engine.work();
    int commands = engine.records(Topics.tasks("trainer")).size();
    engine.sendBytes("workflow-commands", start.key(), start.value());
    assertEquals(commands, engine.records(Topics.tasks("trainer")).size());
    assertEquals(1, engine.executions().size());
    assertEquals(ExecutionStatus.SUCCEEDED, engine.executions().getFirst().status());
  }

  @Test
  void reports_told_twice_move_nothing_twice() {
    engine.create();
    engine.drop("cars/a.csv", "1");
    engine.later(EngineInMemory.QUIET.plusMillis(10));

    for (List<TaskCommand> open = engine.takeCommands();
        !open.isEmpty();
        open = engine.takeCommands()) {
      for (TaskCommand command : open) {
        engine.report(engine.trainer.work(command));
        engine.report(engine.trainer.work(command));
      }
      engine.monitor();
    }
    assertEquals(ExecutionStatus.SUCCEEDED, engine.executions().getFirst().status());
    assertEquals(1, engine.values(Topics.ENDPOINTS).size());
    List<String> tasks =
        engine.values(Topics.tasks("trainer")).stream()
            .map(command -> command.state() + command.taskId())
            .toList();
    assertEquals(7, tasks.size());
    assertEquals(7, Set.copyOf(tasks).size());
  }

  @Test
  void notifications_of_the_same_version_start_one_training() {
    engine.create();
    engine.train("a.csv", "1");
    engine.train("a.csv", "1");
    assertEquals(1, engine.executions().size());

    engine.train("a.csv", "2");
    assertEquals(2, engine.executions().size());
  }

  @Test
  void a_worse_model_is_rejected_and_the_endpoint_stays() {
    engine.create();
    engine.train("a.csv", "1");
    engine.trainer.rmse(150);
    engine.train("a.csv", "2");

    assertEquals(1, engine.values(Topics.ENDPOINTS).size());
    assertEquals(
        List.of(Stage.CHAMPION, Stage.CHAMPION, Stage.REJECTED, Stage.REJECTED),
        engine.values(Topics.MODELS).stream().map(model -> model.stage()).toList());
    assertTrue(engine.events().contains("model.rejected"));
    assertEquals(ExecutionStatus.SUCCEEDED, engine.executions().getLast().status());
  }

  @Test
  void a_named_failure_ends_the_execution_and_the_next_good_file_trains() {
    engine.create();
    engine.trainer.failAt("preprocess", Errors.DATA_EMPTY);
    engine.train("bad.csv", "1");

    ExecutionRecord failed = engine.executions().getFirst();
    assertEquals(ExecutionStatus.FAILED, failed.status());
    assertEquals("Data.Empty", failed.error());
    assertEquals("as told", failed.cause());
    SystemEvent told = engine.values(Topics.EVENTS).getLast();
    assertEquals("FAILED", told.data().path("status").stringValue());
    assertEquals("Data.Empty", told.data().path("error").stringValue());
    assertEquals("as told", told.data().path("cause").stringValue());

    engine.trainer.recover();
    engine.train("good.csv", "1");
    assertEquals(ExecutionStatus.SUCCEEDED, engine.executions().getLast().status());
  }

  @Test
  void a_passing_failure_is_tried_again_after_a_while() {
    engine.create();
    engine.trainer.failAt("preprocess", Errors.STORE_UNAVAILABLE);
    engine.train("a.csv", "1");
    assertEquals(ExecutionStatus.RUNNING, engine.executions().getFirst().status());

    engine.trainer.recover();
    engine.work();
    assertEquals(ExecutionStatus.RUNNING, engine.executions().getFirst().status());
    engine.later(Duration.ofSeconds(3));
    engine.work();
    assertEquals(ExecutionStatus.SUCCEEDED, engine.executions().getFirst().status());
  }

  @Test
  void progress_is_shown_once_a_second() {
    engine.create();
    engine.drop("cars/a.csv", "1");
    engine.later(EngineInMemory.QUIET.plusMillis(10));
    TaskCommand command = engine.takeCommands().getFirst();
    int before = engine.records(Topics.EXECUTIONS).size();

    for (int round = 0; round < 30; round++) {
      engine.later(Duration.ofMillis(100));
      engine.report(
          new TaskReport.Heartbeat(
              command.execution(), command.taskId(), Json.object().put("round", round)));
    }
    int shown = engine.records(Topics.EXECUTIONS).size() - before;
    assertTrue(shown >= 2 && shown <= 3, "shown " + shown + " times in 3 s");
    assertNotNull(engine.executions().getFirst().states().getFirst().progress());
  }

  @Test
  void what_cannot_be_read_is_told_and_passed_over() {
    engine.create();
    byte[] garbage = "not JSON".getBytes(StandardCharsets.UTF_8);
    for (String topic :
        List.of("object-events", "project-events", "workflow-commands", "task-results")) {
      engine.sendBytes(topic, "cars", garbage);
    }
    engine.sendBytes("object-events", "cars", Json.bytes(Json.object()));
    assertEquals(5, engine.skips.count());
    assertEquals(5, engine.events().stream().filter("record.skipped"::equals).count());

    engine.train("a.csv", "1");
    assertEquals(ExecutionStatus.SUCCEEDED, engine.executions().getFirst().status());
  }

  @Test
  void objects_that_no_project_can_train_on_are_told() {
    engine.create();
    engine.drop("root.csv", "1");
    engine.drop("cars/readme.txt", "1");
    engine.later(EngineInMemory.QUIET.plusMillis(10));

    List<SystemEvent> ignored =
        engine.values(Topics.EVENTS).stream()
            .filter(event -> event.type().equals("object.ignored"))
            .toList();
    assertEquals(2, ignored.size());
    ignored.forEach(event -> assertFalse(event.data().path("reason").stringValue().isEmpty()));
    assertEquals(List.of(), engine.executions());
  }

  @Test
  void an_unknown_workflow_ends_at_once() {
    ExecutionId id = new ExecutionId("strange");
    engine.send(
        EngineTopics.WORKFLOW_COMMANDS,
        id.value(),
        new ExecutionEvent.Started(
            id, "strange", "dancing", EngineInMemory.PROJECT, Json.object()));

    ExecutionRecord execution = engine.executions().getFirst();
    assertEquals(ExecutionStatus.FAILED, execution.status());
    assertEquals("Workflow.Unknown", execution.error());
  }

  @Test
  void an_execution_that_cannot_be_read_any_more_ends_and_the_project_goes_on() {
    engine.create();
    engine.drop("cars/a.csv", "1");
    engine.later(EngineInMemory.QUIET.plusMillis(10));
    TaskCommand command = engine.takeCommands().getFirst();

    engine.corrupt(ExecutionShell.STORE, command.execution().value());
    engine.report(engine.trainer.work(command));
    assertEquals("Internal.Error", engine.executions().getFirst().error());

    engine.train("b.csv", "1");
    assertEquals(ExecutionStatus.SUCCEEDED, engine.executions().getLast().status());
  }

  @Test
  void a_silent_worker_is_given_up_and_another_try_is_made() {
    engine.create();
    engine.drop("cars/a.csv", "1");
    engine.later(EngineInMemory.QUIET.plusMillis(10));
    TaskCommand first = engine.takeCommands().getFirst();
    engine.report(new TaskReport.Heartbeat(first.execution(), first.taskId(), Json.object()));

    engine.later(Duration.ofSeconds(121));
    engine.later(Duration.ofSeconds(3));
    TaskCommand second = engine.takeCommands().getFirst();
    assertEquals(first.state(), second.state());
    assertFalse(first.taskId().equals(second.taskId()));
  }

  @Test
  void every_record_is_a_cloud_event_with_an_id_of_its_own() {
    engine.create();
    engine.train("a.csv", "1");

    List<TestRecord<String, byte[]>> events = engine.records(Topics.EVENTS);
    Set<String> ids = new TreeSet<>();
    for (TestRecord<String, byte[]> event : events) {
      Set<String> names = new TreeSet<>();
      event.headers().forEach(header -> names.add(header.key()));
      assertEquals(
          Set.of("ce_id", "ce_source", "ce_specversion", "ce_time", "ce_type", "content-type"),
          names);
      ids.add(new String(event.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8));
    }
    assertEquals(events.size(), ids.size());
    assertNull(events.getFirst().headers().lastHeader("absent"));
    assertEquals(
        ids,
        engine.values(Topics.EVENTS).stream().map(SystemEvent::id).collect(Collectors.toSet()));
  }
}
