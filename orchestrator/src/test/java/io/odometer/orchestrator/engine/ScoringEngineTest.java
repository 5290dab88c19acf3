// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.Errors;
import io.odometer.core.execution.ExecutionId;
import io.odometer.core.execution.ExecutionRecord;
import io.odometer.core.execution.ExecutionStatus;
import io.odometer.core.json.Json;
import io.odometer.core.message.Topics;
import io.odometer.core.scoring.ScoringObjects;
import io.odometer.core.store.ObjectKey;
import io.odometer.orchestrator.project.ControlReply;
import io.odometer.orchestrator.project.ObjectRemoved;
import io.odometer.orchestrator.project.ObjectSeen;
import io.odometer.orchestrator.project.ScoringRequested;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoringEngineTest {
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
  void a_dropped_file_is_scored_by_the_champions() {
    trained();
    engine.dropToScore("cars/in/b.csv", "1");
    engine.score();

    ExecutionRecord execution = scorings().getFirst();
    assertEquals(ExecutionStatus.SUCCEEDED, execution.status(), execution.cause());
    assertEquals(2, execution.input().path("endpoint").path("members").size());
    assertEquals(List.of("cars/in/b.csv"), engine.keys(ScoringShell.STORE));
    assertEquals(1, trainings(), "scoring is no reason to train");
  }

  @Test
  void the_same_version_is_scored_once_however_often_it_is_told() {
    trained();
    engine.dropToScore("cars/in/b.csv", "1");
    engine.score();
    engine.later(Duration.ofMinutes(10));
    engine.dropToScore("cars/in/b.csv", "1");
    engine.train("c.csv", "1");
    engine.dropToScore("cars/in/b.csv", "1");
    engine.score();
    assertEquals(1, scorings().size());
  }

  @Test
  void files_that_come_before_the_champion_are_scored_when_there_is_one() {
    engine.dropToScore("cars/in/b.csv", "1");
    engine.create();
    engine.dropToScore("cars/in/c.csv", "1");
    engine.dropToScore("other/in/d.csv", "1");
    List<ExecutionId> shown = scorings().stream().map(ExecutionRecord::id).toList();
    assertEquals(2, shown.size());
    assertEquals(
        List.of(ExecutionStatus.RUNNING, ExecutionStatus.RUNNING),
        scorings().stream().map(ExecutionRecord::status).toList());

    engine.train("a.csv", "1");
    engine.score();
    assertEquals(shown, scorings().stream().map(ExecutionRecord::id).toList());
    assertEquals(
        List.of(ExecutionStatus.SUCCEEDED, ExecutionStatus.SUCCEEDED),
        scorings().stream().map(ExecutionRecord::status).toList());
    assertEquals(2, engine.events().stream().filter("object.unclaimed"::equals).count());
    assertEquals(2, engine.events().stream().filter("scoring.waiting"::equals).count());
  }

  @Test
  void a_record_that_cannot_be_read_keeps_no_other_file_waiting() {
    engine.create();
    engine.dropToScore("cars/in/b.csv", "1");
    engine.dropToScore("cars/in/c.csv", "1");
    engine.corrupt(ScoringShell.STORE, "cars/in/b.csv");
    engine.train("a.csv", "1");
    engine.score();
    assertTrue(scorings().stream().anyMatch(each -> each.status() == ExecutionStatus.SUCCEEDED));
    assertEquals(1, engine.skips.count());
  }

  @Test
  void a_file_that_goes_is_forgotten() {
    engine.create();
    engine.dropToScore("cars/in/b.csv", "1");
    engine.later(Duration.ofSeconds(1));
    engine.removeFromScoring("cars/in/b.csv");
    assertEquals(List.of(), engine.keys(ScoringShell.STORE));
    assertEquals(ExecutionStatus.ABORTED, scorings().getFirst().status());
  }

  @Test
  void an_execution_that_never_started_is_remembered_no_longer_than_others() {
    engine.create();
    engine.dropToScore("cars/in/b.csv", "1");
    engine.later(Duration.ofSeconds(1));
    engine.removeFromScoring("cars/in/b.csv");
    assertEquals(
        List.of(scorings().getFirst().id().value()), engine.keys(FinishedExecutions.STORE));
  }

  @Test
  void what_cannot_be_scored_is_told_and_outputs_are_nobodys_business() {
    trained();
    int before = engine.events().size();
    engine.dropToScore("cars/out/b.csv.out", "1");
    engine.dropToScore("cars/data/b.csv", "1");
    assertEquals(before, engine.events().size());
    engine.dropToScore("cars/in/readme.md", "1");
    engine.dropToScore("cars/in/.job.json", "1");
    engine.dropToScore("readme.csv", "1");
    assertEquals(
        List.of("object.ignored", "object.ignored", "object.ignored"),
        engine.events().subList(before, before + 3));
    assertEquals(List.of(), engine.keys(ScoringShell.STORE));
  }

  @Test
  void who_asks_again_is_answered_by_how_the_last_one_ended() {
    trained();
    ExecutionId first = ask("1", false);
    assertEquals(first, ask("2", false));
    engine.scorer.fail(Errors.DATA_MALFORMED);
    engine.score();
    assertEquals("Data.Malformed", scorings().getLast().error());
    assertEquals("as told", scorings().getLast().cause());
    ExecutionId second = ask("3", false);
    assertNotEquals(first, second);
    assertEquals(2, scorings().size());
    assertNotEquals(second, ask("4", true));
  }

  @Test
  void what_ended_and_was_forgotten_is_not_promised() {
    trained();
    ExecutionId first = ask("1", false);
    ScoringOrder order =
        new ScoringOrder(forgotten -> ask("2", false, forgotten), id -> !id.equals(first));
    assertEquals(first, order.place(), "it runs: it is only not shown yet");
    engine.score();
    ExecutionId second = order.place();
    assertNotEquals(first, second);
    assertFalse(scorings().getLast().input().path("again").booleanValue());
    assertEquals(second, order.place());
    assertEquals(2, scorings().size());
  }

  private ExecutionId ask(String requestId, boolean again) {
    return ask(requestId, again, Optional.empty()).execution();
  }

  private ControlReply.ScoringPromised ask(
      String requestId, boolean again, Optional<ExecutionId> forgotten) {
    ObjectKey key = ScoringObjects.input(EngineInMemory.PROJECT, "b.csv");
    Instant at = Instant.parse("2026-01-02T00:00:00Z");
    engine.send(
        EngineTopics.PROJECT_EVENTS,
        "cars",
        new ScoringRequested(
            requestId,
            new ObjectSeen(key, "1", 10, at),
            new ObjectRemoved(ScoringObjects.job(key), at),
            again,
            forgotten.orElse(null)));
    ControlReply reply = engine.values(EngineTopics.CONTROL_REPLIES).getLast();
    assertEquals(requestId, reply.requestId(), Json.text(reply));
    return assertInstanceOf(ControlReply.ScoringPromised.class, reply);
  }

  private void trained() {
    engine.create();
    engine.train("a.csv", "1");
  }

  private List<ExecutionRecord> scorings() {
    return engine.executions().stream()
        .filter(execution -> execution.workflow().equals("batch-scoring"))
        .toList();
  }

  private long trainings() {
    return engine.values(Topics.EXECUTIONS).stream()
        .filter(execution -> execution.workflow().equals("training"))
        .map(ExecutionRecord::id)
        .distinct()
        .count();
  }
}
