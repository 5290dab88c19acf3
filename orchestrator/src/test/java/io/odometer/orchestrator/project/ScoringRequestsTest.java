// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.Errors;
import io.odometer.core.execution.ExecutionId;
import io.odometer.core.execution.ExecutionStatus;
import io.odometer.core.filter.RecordPath;
import io.odometer.core.project.JoinSource;
import io.odometer.core.project.ScoringSettings;
import io.odometer.core.scoring.ScoringObjects;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScoringRequestsTest {
  private static final ScoringSettings STRICT =
      new ScoringSettings(RecordPath.WHOLE, JoinSource.INPUT, RecordPath.WHOLE, 0.01, false, 0.1);

  private final ScoringStory story = new ScoringStory();

  @Test
  void a_file_that_nobody_told_of_is_scored_and_not_again_when_it_is_told_of() {
    story.created().crowned("v1").asked("1", "j", false);
    assertEquals(story.started().getFirst().id(), story.promised());
    story.seen("1").job("j");
    assertEquals(List.of("1"), story.scored());
  }

  @ParameterizedTest
  @EnumSource(names = {"RUNNING", "SUCCEEDED"})
  void what_runs_or_went_well_is_answered_and_not_done_again(ExecutionStatus status) {
    ExecutionId id = first(status);
    story.later().asked("1", null, false);
    assertEquals(new ControlReply.ScoringPromised("request", id, true), story.reply());
    assertEquals(1, story.started().size());
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "TIMED_OUT", "ABORTED"})
  void what_went_badly_is_done_again(ExecutionStatus status) {
    ExecutionId id = first(status);
    story.later().asked("1", null, false);
    assertNotEquals(id, story.promised());
    assertEquals(story.started().getLast().id(), story.promised());
    assertEquals(2, story.started().size());
  }

  @ParameterizedTest
  @EnumSource
  void again_is_again(ExecutionStatus status) {
    first(status);
    story.asked("1", null, true);
    assertEquals(2, story.started().size());
    assertTrue(story.started().getLast().input().path("again").booleanValue());
    assertEquals(story.started().getLast().id(), story.promised());
  }

  @Test
  void other_content_settings_or_champions_are_another_thing() {
    first(ExecutionStatus.SUCCEEDED);
    story.later().asked("2", null, false).ended(ExecutionStatus.SUCCEEDED);
    story.later().asked("2", "j", false).ended(ExecutionStatus.SUCCEEDED);
    story.later().crowned("v2").asked("2", "j", false).ended(ExecutionStatus.SUCCEEDED);
    story.later().asked("2", null, false).ended(ExecutionStatus.SUCCEEDED);
    assertEquals(List.of("1", "2", "2", "2", "2"), story.scored());
    story.later().asked("2", null, false);
    assertEquals(5, story.started().size());
  }

  @Test
  void other_settings_of_the_project_are_another_thing() {
    first(ExecutionStatus.SUCCEEDED);
    story.later().scoredBy(STRICT).asked("1", null, false).ended(ExecutionStatus.SUCCEEDED);
    story.later().scoredBy(STRICT).asked("1", null, false);
    assertEquals(2, story.started().size());
  }

  @Test
  void a_list_that_was_done_is_done_again_since_its_files_may_have_changed() {
    ScoringStory list = new ScoringStory(ScoringObjects.input(ProjectStory.NAME, "all.MANIFEST"));
    list.created().crowned("v1").seen("1").later().asked("1", null, false);
    assertEquals(1, list.started().size(), "it runs");
    list.ended(ExecutionStatus.SUCCEEDED).later().asked("1", null, false);
    assertEquals(2, list.started().size());
    assertEquals(
        new ControlReply.ScoringPromised("request", list.started().getLast().id(), false),
        list.reply());
    assertFalse(list.started().getLast().input().path("again").booleanValue());
  }

  @Test
  void without_a_champion_the_execution_that_waits_is_answered() {
    story.created().asked("1", null, false);
    ExecutionId id = story.promised();
    assertEquals(id, story.announced().getFirst().id());
    story.asked("1", null, false);
    assertEquals(id, story.promised());
    story.crowned("v1");
    assertEquals(List.of(id), story.started().stream().map(start -> start.id()).toList());
  }

  @Test
  void without_a_project_it_is_refused() {
    story.asked("1", null, false);
    ControlReply.Refused refused = assertInstanceOf(ControlReply.Refused.class, story.reply());
    assertEquals(Errors.PROJECT_UNKNOWN, refused.error());
    assertTrue(story.file().isGone());
  }

  @Test
  void only_the_end_of_the_newest_execution_counts() {
    ExecutionId old = first(ExecutionStatus.RUNNING);
    story.later().seen("2").ended(old, ExecutionStatus.FAILED);
    story.asked("2", null, false);
    assertEquals(2, story.started().size());
  }

  private ExecutionId first(ExecutionStatus status) {
    story.created().crowned("v1").seen("1");
    if (status.isFinal()) {
      story.ended(status);
    }
    return story.started().getFirst().id();
  }
}
