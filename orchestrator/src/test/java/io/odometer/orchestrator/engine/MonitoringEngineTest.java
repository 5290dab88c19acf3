// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.odometer.core.execution.ExecutionRecord;
import io.odometer.core.execution.ExecutionStatus;
import io.odometer.core.json.Json;
import io.odometer.core.message.Topics;
import io.odometer.core.monitoring.WindowOrder;
import io.odometer.orchestrator.project.ControlReply;
import io.odometer.orchestrator.project.MonitoringRequested;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Schedule, request and drift through the whole engine. */
final class MonitoringEngineTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir private Path directory;
  private EngineInMemory engine;

  @BeforeEach
  void serve() {
    engine = new EngineInMemory(directory);
    engine.create();
    engine.train("a.csv", "1");
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  private List<ExecutionRecord> monitorings() {
    return engine.executions().stream()
        .filter(execution -> execution.workflow().equals("monitoring"))
        .toList();
  }

  private void ask(String requestId) {
    engine.send(
        EngineTopics.PROJECT_EVENTS,
        EngineInMemory.PROJECT.value(),
        new MonitoringRequested(requestId, WindowOrder.NEW));
  }

  @Test
  void an_hour_without_traffic_is_no_new_data() {
    engine.later(HOUR);
    engine.work();

    ExecutionRecord run = monitorings().getFirst();
    assertEquals(ExecutionStatus.SUCCEEDED, run.status());
    assertEquals(Json.tree("{\"outcome\": \"no new data\"}"), run.output());
    assertEquals("2026-01-01T01:00:00Z", run.input().path("firedAt").stringValue());
  }

  @Test
  void hour_follows_hour() {
    for (int i = 0; i < 3; i++) {
      engine.later(HOUR);
      engine.work();
    }
    assertEquals(3, monitorings().size());
  }

  @Test
  void a_fire_while_the_monitor_runs_waits_for_it() {
    engine.later(HOUR);
    engine.later(HOUR);
    engine.later(HOUR);
    assertEquals(1, monitorings().size());

    engine.work();
    assertEquals(
        List.of("2026-01-01T01:00:00Z", "2026-01-01T03:00:00Z"),
        monitorings().stream().map(run -> run.input().path("firedAt").stringValue()).toList());
    assertEquals(2, monitorings().stream().filter(run -> run.status().isFinal()).count());
  }

  @Test
  void who_asks_is_answered_with_an_execution_that_can_be_asked_for() {
    ask("r1");
    ask("r2");
    ControlReply.MonitoringPromised second =
        assertInstanceOf(
            ControlReply.MonitoringPromised.class,
            engine.values(EngineTopics.CONTROL_REPLIES).getLast());
    assertEquals(second.execution(), monitorings().getLast().id());
    assertEquals(ExecutionStatus.RUNNING, monitorings().getLast().status());

    engine.work();
    assertEquals(2, monitorings().stream().filter(run -> run.status().isFinal()).count());
  }

  @Test
  void drift_is_told_once_and_the_run_says_what_was_done() {
    engine.monitor.traffic(500);
    engine.monitor.drift();
    engine.later(HOUR);
    engine.work();

    ExecutionRecord run = monitorings().getFirst();
    assertEquals(ExecutionStatus.SUCCEEDED, run.status(), run.toString());
    JsonNode output = Objects.requireNonNull(run.output());
    assertEquals("drift", output.path("outcome").stringValue());
    assertEquals("notified", output.path("action").stringValue());
    assertEquals(
        List.of("drift.found/" + run.id()),
        engine.values(Topics.EVENTS).stream()
            .map(event -> event.id())
            .filter(id -> id.startsWith("drift.found"))
            .toList());
  }

  @Test
  void a_start_that_is_told_again_runs_nothing_twice() {
    engine.later(HOUR);
    var start = engine.records(EngineTopics.WORKFLOW_COMMANDS).getLast();
    engine.work();
    int commands = engine.records(Topics.tasks("monitor")).size();
    engine.sendBytes("workflow-commands", start.key(), start.value());

    assertEquals(commands, engine.records(Topics.tasks("monitor")).size());
    assertEquals(1, monitorings().size());
  }
}
