// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.execution.ExecutionRecord;
import io.odometer.core.execution.ExecutionStatus;
import io.odometer.core.json.Json;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.training.ObjectVersion;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringStartsTest {
  private final ScoringStory story = new ScoringStory();
  private int champions;

  /** What happens, and the versions of the file that executions were started on by then. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      emptyValue = "",
      value = {
        "created crowned in:1, 1",
        "created crowned in:1 in:1 later in:1, 1",
        "created crowned in:1 succeeds crowned in:1, 1",
        "created crowned in:1 fails in:1, 1",
        "created crowned in:1 later in:2, 1 2",
        "created crowned in:1 later in:2 later in:1, 1 2 1",
        "created crowned in:1 later gone later in:1, 1 1",
        "created crowned in:1 in:1 later gone gone, 1",
        "created crowned gone, ''",
        "created in:1 crowned, 1",
        "created in:1 crowned crowned, 1",
        "created in:1 in:1 crowned in:1, 1",
        "created in:1 later in:2 crowned, 2",
        "created in:1 later gone crowned, ''",
        "in:1 created crowned, 1",
        "in:1 later in:2 created crowned crowned, 2",
        "in:1 later gone created crowned, ''",
        "created crowned job:1, ''",
        "created crowned job:1 in:1 job:1, 1",
        "created crowned in:1 job:1, 1 1",
        "created crowned in:1 job:1 job:1 later job:2, 1 1 1",
        "created crowned job:1 in:1 later unjob, 1",
        "created job:1 in:1 later job:2 crowned, 1",
        "job:1 in:1 later job:2 created crowned, 1",
        "created crowned job:1 in:1 later gone later job:2 in:2, 1 2",
      })
  void every_new_version_of_a_file_or_its_settings_is_scored_once(String happens, String scored) {
    Arrays.stream(happens.split(" ", -1)).forEach(this::happen);
    assertEquals(scored, String.join(" ", story.scored()));
    assertEquals(
        story.started().size(),
        story.started().stream().map(ProjectEffect.StartExecution::id).distinct().count(),
        "each has an id of its own");
  }

  private void happen(String what) {
    String[] parts = what.split(":", -1);
    String version = parts[parts.length - 1];
    switch (parts[0]) {
      case "created" -> story.created();
      case "crowned" -> story.crowned("v" + ++champions);
      case "in" -> story.seen(version);
      case "gone" -> story.removed();
      case "job" -> story.job(version);
      case "unjob" -> story.jobRemoved();
      case "later" -> story.later();
      case "succeeds" -> story.ended(ExecutionStatus.SUCCEEDED);
      case "fails" -> story.ended(ExecutionStatus.FAILED);
      default -> throw new IllegalArgumentException(what);
    }
  }

  @Test
  void the_input_has_what_the_workflow_reads() {
    story.created().crowned("v1").seen("1");

    ProjectEffect.StartExecution start = story.started().getFirst();
    assertEquals("batch-scoring", start.workflow());
    assertEquals(ExecutionId.of("batch-scoring", start.name()), start.id());
    assertTrue(start.name().matches("cars-score-[0-9a-f]{16}-1"), start.name());
    assertEquals("price", start.input().path("project").path("target").stringValue());
    assertEquals(
        new ObjectVersion(ScoringStory.KEY, "1", 10),
        Json.fromTree(start.input().path("object"), ObjectVersion.class));
    assertEquals(
        "v1",
        Json.fromTree(start.input().path("endpoint"), Endpoint.class)
            .members()
            .getFirst()
            .version()
            .value());
    assertFalse(start.input().path("again").booleanValue());
  }

  @Test
  void a_stale_report_changes_nothing() {
    ObjectSeen old = new ObjectSeen(ScoringStory.KEY, "0", 10, Instant.EPOCH);
    story.created().crowned("v1").seen("1");
    story.tell(old).tell(new ObjectRemoved(old.key(), old.at()));
    assertEquals(List.of("1"), story.scored());
  }

  @Test
  void a_file_without_a_project_is_told_of_and_not_shown() {
    story.seen("1").seen("1");
    assertEquals(List.of("object.unclaimed"), types());
    assertEquals(List.of(), story.announced());
  }

  @Test
  void a_file_without_a_champion_waits_and_says_so() {
    story.created().seen("1").seen("1");
    assertEquals(List.of("scoring.waiting"), types());
    assertEquals(
        "scoring/cars/in/a.csv waits for a champion of cars", story.events().getFirst().message());
    ExecutionRecord shown = story.announced().getFirst();
    assertEquals(ExecutionStatus.RUNNING, shown.status());
    assertEquals("WaitForChampion", shown.states().getFirst().path());
    assertEquals("Wait", shown.states().getFirst().type());
    assertEquals("1", shown.input().path("object").path("etag").stringValue());
  }

  @Test
  void what_was_announced_is_what_starts() {
    story.seen("1").created().later().seen("2").crowned("v1");
    assertEquals(List.of("object.unclaimed", "scoring.waiting", "scoring.waiting"), types());
    ExecutionId id = story.started().getFirst().id();
    assertEquals(List.of(id, id), story.announced().stream().map(ExecutionRecord::id).toList());
  }

  @Test
  void a_file_that_goes_while_it_waits_is_shown_as_aborted() {
    story.created().seen("1").later().removed();
    ExecutionRecord shown = story.abandoned().getFirst();
    assertEquals(story.announced().getFirst().id(), shown.id());
    assertEquals(ExecutionStatus.ABORTED, shown.status());
    assertEquals("Data.Changed", shown.error());
    assertEquals(
        "scoring/cars/in/a.csv was removed before there was a champion of cars", shown.cause());
    assertTrue(story.file().isGone());
  }

  @Test
  void a_file_that_goes_while_it_is_scored_is_only_forgotten() {
    story.created().crowned("v1").seen("1").later().removed();
    assertEquals(List.of(), story.announced());
    assertEquals(List.of(), story.abandoned());
    assertTrue(story.file().isGone());
    story.ended(ExecutionStatus.FAILED);
    assertTrue(story.file().isGone());
  }

  private List<String> types() {
    return story.events().stream().map(event -> event.type()).toList();
  }
}
