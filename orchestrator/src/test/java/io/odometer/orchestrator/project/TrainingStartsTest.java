// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.ErrorName;
import io.odometer.core.error.Errors;
import io.odometer.core.execution.ExecutionId;
import io.odometer.core.execution.ExecutionStatus;
import io.odometer.core.json.Json;
import io.odometer.core.training.ObjectVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingStartsTest {
  private final ProjectStory story = new ProjectStory();

  @Test
  void objects_dropped_together_train_together_in_key_order() {
    story.created().seen("b.csv", "1").seen("a.csv", "1").later(Duration.ofSeconds(1));
    assertEquals(List.of(), story.trainedOn());

    story.seen("c.csv", "1").later(Duration.ofSeconds(1));
    assertEquals(List.of(), story.trainedOn(), "the quiet period begins again with each object");

    story.later(Duration.ofSeconds(1));
    assertEquals(
        List.of(List.of("cars/a.csv@1", "cars/b.csv@1", "cars/c.csv@1")), story.trainedOn());
  }

  @Test
  void the_input_has_the_project_and_its_algorithms() {
    story.created().seen("a.csv", "1").quiet();

    var input = story.started().getFirst().input();
    assertEquals("price", input.path("project").path("target").stringValue());
    assertEquals(
        List.of("linear", "xgboost"),
        input
            .path("algorithms")
            .valueStream()
            .map(choice -> choice.path("name").stringValue())
            .toList());
    assertTrue(input.path("algorithms").path(0).path("hyperparameters").isObject());
  }

  @Test
  void the_same_version_never_starts_two_trainings() {
    story.created().seen("a.csv", "1").seen("a.csv", "1").quiet().succeeds();

    story.seen("a.csv", "1").quiet().later(Duration.ofDays(1));
    assertEquals(1, story.started().size());
  }

  @Test
  void a_new_version_of_a_key_starts_one_training() {
    story.created().seen("a.csv", "1").quiet().succeeds();

    story.seen("a.csv", "2").seen("a.csv", "2").quiet().succeeds().quiet();
    assertEquals(List.of(List.of("cars/a.csv@1"), List.of("cars/a.csv@2")), story.trainedOn());
    assertNotEquals(story.started().get(0).id(), story.started().get(1).id());
  }

  @Test
  void what_comes_during_a_training_starts_one_more_after_it() {
    story.created().seen("a.csv", "1").quiet();

    story.seen("b.csv", "1").quiet().seen("c.csv", "1").quiet();
    assertEquals(1, story.started().size());
    assertEquals(1, story.events().stream().filter("training.queued"::equals).count());

    story.succeeds();
    assertEquals(
        List.of("cars/a.csv@1", "cars/b.csv@1", "cars/c.csv@1"), story.trainedOn().getLast());
    story.succeeds().quiet();
    assertEquals(2, story.started().size());
  }

  @Test
  void the_quiet_period_holds_after_a_training_too() {
    story.created().seen("a.csv", "1").quiet().seen("b.csv", "1").succeeds();
    assertEquals(1, story.started().size());

    story.quiet();
    assertEquals(2, story.started().size());
  }

  @Test
  void a_stale_report_changes_nothing() {
    ObjectSeen old = story.created().listed("a.csv", "1");
    story.later(Duration.ofSeconds(1)).seen("a.csv", "2").quiet().succeeds();

    story.tell(old).quiet();
    story.tell(new ObjectRemoved(old.key(), old.at()));
    assertEquals(List.of(List.of("cars/a.csv@2")), story.trainedOn());
    assertTrue(story.state().objects().versions().containsKey("cars/a.csv"));
  }

  @Test
  void a_removed_object_starts_nothing_and_is_left_out_of_the_next_training() {
    story.created().seen("a.csv", "1").seen("b.csv", "1").quiet().succeeds();

    story.removed("a.csv").quiet();
    assertEquals(1, story.started().size());

    story.seen("c.csv", "1").quiet();
    assertEquals(List.of("cars/b.csv@1", "cars/c.csv@1"), story.trainedOn().getLast());
  }

  @Test
  void an_object_that_comes_and_goes_within_the_quiet_period_starts_nothing() {
    story.created().seen("a.csv", "1").removed("a.csv").quiet();

    assertEquals(List.of(), story.started());
    assertEquals(Optional.empty(), story.state().dueAt());
  }

  @Test
  void objects_of_an_unknown_project_are_told_kept_and_trained_once_it_is_created() {
    story.seen("a.csv", "1").quiet();
    assertEquals(List.of("object.unclaimed"), story.events());
    assertEquals(List.of(), story.started());

    story.created();
    assertEquals(List.of(List.of("cars/a.csv@1")), story.trainedOn());
  }

  @Test
  void a_failed_training_makes_way_for_the_next() {
    story.created().seen("a.csv", "1").quiet();
    ExecutionId bad = story.started().getFirst().id();
    story.ended(bad, ExecutionStatus.FAILED, Errors.DATA_EMPTY.value()).quiet();
    assertEquals(1, story.started().size(), "the same data is not tried again");

    story.seen("b.csv", "1").quiet();
    assertEquals(2, story.started().size());
  }

  @Test
  void a_training_whose_data_vanished_is_followed_by_one_on_the_rest() {
    story.created().seen("a.csv", "1").seen("b.csv", "1").quiet().removed("a.csv");

    story
        .ended(story.started().getFirst().id(), ExecutionStatus.FAILED, Errors.DATA_CHANGED.value())
        .quiet();
    assertEquals(List.of("cars/b.csv@1"), story.trainedOn().getLast());
    assertEquals(2, story.started().size());
  }

  @Test
  void the_end_of_another_execution_changes_nothing() {
    story.created().seen("a.csv", "1").quiet().seen("b.csv", "1").quiet();

    story.ended(new ExecutionId("other"), ExecutionStatus.SUCCEEDED, null);
    assertEquals(1, story.started().size());
  }

  @Test
  void an_end_told_twice_starts_one_more_training_only() {
    story.created().seen("a.csv", "1").quiet().seen("b.csv", "1").quiet();
    ExecutionId first = story.started().getFirst().id();

    story.ended(first, ExecutionStatus.SUCCEEDED, null);
    story.ended(first, ExecutionStatus.SUCCEEDED, null);
    assertEquals(2, story.started().size());
  }

  @Test
  void a_training_on_demand_starts_at_once_on_what_the_listing_shows() {
    story.created().seen("gone.csv", "1").later(Duration.ofSeconds(1));

    story.asked("r1", story.listed("a.csv", "1"), story.listed("b.csv", "1"));
    assertEquals(List.of(List.of("cars/a.csv@1", "cars/b.csv@1")), story.trainedOn());
    assertEquals(
        new ControlReply.TrainingPromised("r1", story.started().getFirst().id()), story.reply());

    story.seen("a.csv", "1").succeeds().quiet();
    assertEquals(1, story.started().size(), "its own objects start no other");
  }

  @Test
  void a_training_on_demand_may_train_on_the_same_data_again() {
    story.created().seen("a.csv", "1").quiet().succeeds();

    story.asked("r1", story.listed("a.csv", "1"));
    assertEquals(2, story.started().size());
  }

  @Test
  void a_training_asked_for_during_another_is_shown_and_follows_it() {
    story.created().seen("a.csv", "1").quiet();

    story.asked("r1", story.listed("a.csv", "1"));
    ControlReply.TrainingPromised first =
        assertInstanceOf(ControlReply.TrainingPromised.class, story.reply());
    assertEquals(1, story.started().size());
    assertEquals(
        List.of(first.execution()),
        story.only(ProjectEffect.AnnounceExecution.class).stream()
            .map(shown -> shown.execution().id())
            .toList());

    story.asked("r2", story.listed("a.csv", "1")).seen("b.csv", "1");
    assertEquals(
        new ControlReply.TrainingPromised("r2", first.execution()), story.reply(), "one waits");

    story.succeeds();
    assertEquals(first.execution(), story.started().getLast().id());
    assertEquals(List.of("cars/a.csv@1", "cars/b.csv@1"), story.trainedOn().getLast());
    story.succeeds().quiet();
    assertEquals(2, story.started().size());
  }

  @Test
  void a_training_of_an_unknown_project_or_of_nothing_is_refused() {
    story.asked("r1", story.listed("a.csv", "1"));
    assertRefused("r1", Errors.PROJECT_UNKNOWN);

    story.created().asked("r2");
    assertRefused("r2", Errors.DATA_EMPTY);
    assertEquals(List.of(), story.started());
  }

  private void assertRefused(String requestId, ErrorName error) {
    ControlReply.Refused refused = assertInstanceOf(ControlReply.Refused.class, story.reply());
    assertEquals(requestId, refused.requestId());
    assertEquals(error, refused.error());
  }

  @Test
  void objects_are_fresh_for_the_first_training_that_is_started_on_them() {
    story.created().seen("a.csv", "1").seen("b.csv", "1").quiet();
    assertEquals(List.of("cars/a.csv", "cars/b.csv"), story.fresh());

    ExecutionId first = story.started().getLast().id();
    story.ended(first, ExecutionStatus.FAILED, Errors.DATA_MALFORMED.value());
    story.seen("a.csv", "1").seen("b.csv", "2").seen("c.csv", "1").quiet();
    assertEquals(List.of("cars/b.csv", "cars/c.csv"), story.fresh(), "changed or new");
  }

  @Test
  void objects_that_come_during_a_training_are_fresh_for_the_next() {
    story.created().seen("a.csv", "1").quiet().seen("b.csv", "1").quiet();
    assertEquals(List.of("cars/a.csv"), story.fresh());

    story.succeeds().quiet();
    assertEquals(List.of("cars/b.csv"), story.fresh());
  }

  @Test
  void on_demand_what_no_training_was_started_on_yet_is_fresh() {
    story.created().seen("a.csv", "1").quiet().succeeds();
    story.later(Duration.ofSeconds(1)).seen("b.csv", "1").later(Duration.ofSeconds(1));

    ObjectSeen[] listing = {
      story.listed("a.csv", "1"), story.listed("b.csv", "1"), story.listed("c.csv", "1")
    };
    story.asked("r1", listing);
    assertEquals(List.of("cars/b.csv", "cars/c.csv"), story.fresh());

    story.succeeds().asked("r2", listing);
    assertEquals(List.of(), story.fresh());
    story.succeeds().later(Duration.ofSeconds(1));
    story.asked("r3", story.listed("a.csv", "2"), story.listed("b.csv", "1"));
    assertEquals(List.of("cars/a.csv"), story.fresh());
  }

  @Test
  void being_fresh_or_not_makes_no_other_data_and_so_names_no_other_training() {
    TrainingObjects seen = TrainingObjects.NONE.after(story.listed("a.csv", "1"));
    assertEquals(seen.fingerprint(), seen.taken().fingerprint());
    assertNotEquals(seen, seen.taken());
  }

  @Test
  void objects_stored_before_it_was_noted_are_known() {
    String old = "{\"cars/a.csv\":{\"etag\":\"1\",\"size\":10,\"at\":\"2026-01-01T00:00:00Z\"}}";
    TrainingObjects objects = Json.read(old, TrainingObjects.class);
    assertEquals(List.of(false), objects.inKeyOrder().stream().map(ObjectVersion::fresh).toList());
    assertEquals(old, Json.text(objects));
    assertEquals(
        objects.inKeyOrder().getFirst(),
        Json.read(Json.bytes(objects.inKeyOrder().getFirst()), ObjectVersion.class));
  }

  @Test
  void objects_for_which_there_is_no_room_are_told_and_left_out() {
    ObjectSeen[] many =
        IntStream.range(0, TrainingKey.MOST_OBJECTS)
            .mapToObj(part -> story.listed("part-%04d.csv".formatted(part), "e".repeat(32)))
            .toArray(ObjectSeen[]::new);
    story.created().asked("all", many);

    var input = story.started().getFirst().input();
    assertTrue(input.path("objects").size() > 700);
    assertTrue(2 * input.toString().length() < 250_000, "two copies fit into a workflow's data");
    assertEquals("object.ignored", story.events().getLast());

    story.succeeds().seen("one-more.csv", "1").quiet();
    assertEquals(2, story.events().stream().filter("object.ignored"::equals).count());
    assertEquals(1, story.started().size());
  }
}
