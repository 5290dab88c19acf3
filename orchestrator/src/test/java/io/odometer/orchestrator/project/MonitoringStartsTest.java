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
import io.odometer.core.json.Json;
import io.odometer.core.monitoring.MonitorInput;
import io.odometer.core.monitoring.WindowMode;
import io.odometer.core.monitoring.WindowOrder;
import io.odometer.core.project.Algorithm;
import io.odometer.core.project.ScoringSettings;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.training.Gate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** When a project's monitor runs, by its schedule and because somebody asks. */
final class MonitoringStartsTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final ProjectStory story = new ProjectStory();

  private ProjectStory serving() {
    return story.created().championed();
  }

  private static WindowOrder rewind(String from) {
    return new WindowOrder(WindowMode.REWIND, Instant.parse(from), null);
  }

  private WindowOrder window(int run) {
    return Json.fromTree(story.monitorings().get(run).input(), MonitorInput.class).window();
  }

  private Optional<Instant> dueAt() {
    return story.state().dueAt();
  }

  @Test
  void a_fire_starts_a_run_on_what_is_new_for_the_endpoint_of_that_moment() {
    serving().at("2026-01-01T01:00:00Z");

    MonitorInput input = Json.fromTree(story.monitorings().getFirst().input(), MonitorInput.class);
    assertEquals(WindowOrder.NEW, input.window());
    assertEquals(Instant.parse("2026-01-01T01:00:00Z"), input.firedAt());
    assertEquals(story.state().registry().endpoint(), input.endpoint());
    assertEquals(story.state().settings(), input.project());
    assertEquals(1, story.monitorings().size());
  }

  @Test
  void a_project_without_champions_is_not_monitored() {
    story.created().later(HOUR.multipliedBy(24));

    assertEquals(Optional.empty(), dueAt());
    assertEquals(List.of(), story.started());
  }

  @Test
  void an_endpoint_without_members_is_not_watched() {
    Endpoint full = Objects.requireNonNull(serving().later(HOUR).state().registry().endpoint());
    story.monitored().stored(story.state().with(emptied(full))).later(HOUR.multipliedBy(3));

    assertEquals(Optional.empty(), dueAt());
    assertEquals(1, story.monitorings().size());
  }

  private static Registry emptied(Endpoint endpoint) {
    return new Registry(
        new Endpoint(
            endpoint.name(),
            endpoint.version(),
            endpoint.rule(),
            List.of(),
            endpoint.execution(),
            endpoint.updatedAt()),
        Map.of());
  }

  @Test
  void the_first_fire_is_the_first_after_the_first_champion() {
    story.created().at("2026-01-05T10:20:00Z").championed();

    assertEquals(Optional.of(Instant.parse("2026-01-05T11:00:00Z")), dueAt());
    assertEquals(List.of(), story.monitorings());
  }

  @Test
  void deployments_do_not_put_the_next_fire_off() {
    serving().at("2026-01-01T00:59:00Z");
    story.deploys(
        new ExecutionId("second"), 1, ProjectStory.model(Algorithm.LINEAR, "2", Gate.ACCEPTED, 90));

    assertEquals(Optional.of(Instant.parse("2026-01-01T01:00:00Z")), dueAt());
  }

  @Test
  void fires_follow_one_another() {
    serving().at("2026-01-01T01:00:00Z").monitored().at("2026-01-01T02:00:00Z").monitored();

    assertEquals(List.of("2026-01-01T01:00:00Z", "2026-01-01T02:00:00Z"), story.fires());
    assertEquals(Optional.of(Instant.parse("2026-01-01T03:00:00Z")), dueAt());
    assertEquals(2, story.monitorings().stream().map(start -> start.name()).distinct().count());
  }

  @Test
  void after_a_long_stop_the_latest_missed_fire_stands_for_all() {
    serving().at("2026-02-01T10:20:30Z").monitored();

    assertEquals(List.of("2026-02-01T10:00:00Z"), story.fires());
    assertEquals(Optional.of(Instant.parse("2026-02-01T11:00:00Z")), dueAt());
  }

  @Test
  void fires_during_a_run_are_done_after_it_once() {
    serving().at("2026-01-01T01:00:00Z");
    assertEquals(Optional.empty(), dueAt());

    story.later(HOUR.multipliedBy(3)).tell(new TimePassed());
    assertEquals(1, story.monitorings().size());

    story.monitored();
    assertEquals(List.of("2026-01-01T01:00:00Z", "2026-01-01T04:00:00Z"), story.fires());
    story.monitored();
    assertEquals(2, story.monitorings().size());
    assertEquals(Optional.of(Instant.parse("2026-01-01T05:00:00Z")), dueAt());
  }

  @Test
  void a_run_that_failed_does_not_stop_the_next() {
    serving().at("2026-01-01T01:00:00Z");
    story.ended(
        story.monitorings().getFirst().id(), ExecutionStatus.FAILED, Errors.INTERNAL.value());
    story.at("2026-01-01T02:00:00Z");

    assertEquals(2, story.monitorings().size());
  }

  @Test
  void who_dies_between_fire_and_start_starts_the_very_same_run() {
    ProjectState before = serving().state();
    story.at("2026-01-01T01:00:00Z");
    story.stored(before).at("2026-01-01T01:00:07Z");

    assertEquals(2, story.monitorings().size());
    assertEquals(story.monitorings().getFirst(), story.monitorings().getLast());
  }

  @Test
  void a_fire_is_told_twice_and_runs_once() {
    serving().at("2026-01-01T01:00:00Z").tell(new TimePassed()).monitored().tell(new TimePassed());

    assertEquals(1, story.monitorings().size());
  }

  @Test
  void a_training_and_a_monitor_run_side_by_side() {
    serving().at("2026-01-01T01:00:00Z").seen("a.csv", "1").quiet();

    assertEquals(
        List.of("monitoring", "training"),
        story.started().stream().map(ProjectEffect.StartExecution::workflow).toList());
  }

  @Test
  void executions_do_not_know_who_is_told_of_them() {
    story.telling("https://example.org/secret").championed().at("2026-01-01T01:00:00Z");
    story.seen("a.csv", "1").quiet().monitorAsked("r1", WindowOrder.NEW);
    assertEquals(2, story.started().size());
    assertFalse(story.started().toString().contains("secret"));
    assertFalse(story.only(ProjectEffect.AnnounceExecution.class).toString().contains("secret"));
  }

  @Test
  void the_earlier_of_training_and_monitor_is_due_first() {
    serving().at("2026-01-01T00:59:59Z").seen("a.csv", "1");
    assertEquals(Optional.of(Instant.parse("2026-01-01T01:00:00Z")), dueAt());

    story.at("2026-01-01T01:00:00Z");
    assertEquals(Optional.of(Instant.parse("2026-01-01T01:00:01Z")), dueAt());
  }

  @Test
  void a_new_schedule_holds_at_once_and_does_not_ask_what_the_old_one_missed() {
    serving().later(Duration.ofMinutes(30));
    story.watchedBy(ProjectStory.scheduled("0 0 6 * * ?", "Europe/Madrid"));
    assertEquals(Optional.of(Instant.parse("2026-01-01T05:00:00Z")), dueAt());

    story.at("2026-01-01T05:00:00Z");
    assertEquals(List.of("2026-01-01T05:00:00Z"), story.fires());
  }

  @Test
  void a_schedule_that_comes_back_does_not_catch_up() {
    serving().watchedBy(ProjectStory.scheduled("off", "UTC"));
    assertEquals(Optional.empty(), dueAt());

    story.at("2026-01-03T00:30:00Z").created();
    assertEquals(List.of(), story.monitorings());
    assertEquals(Optional.of(Instant.parse("2026-01-03T01:00:00Z")), dueAt());
  }

  @Test
  void the_same_time_by_another_schedule_is_another_run() {
    ProjectState before = serving().state();
    story.at("2026-01-01T06:00:00Z").stored(before);
    story.watchedBy(ProjectStory.scheduled("0 0 6 * * ?", "UTC")).at("2026-01-02T06:00:00Z");

    assertNotEquals(
        story.monitorings().getFirst().name().substring(0, 25),
        story.monitorings().getLast().name().substring(0, 25));
  }

  @Test
  void other_settings_leave_the_schedule_alone() {
    serving().later(Duration.ofMinutes(59));
    story.watchedBy(ProjectStory.scheduled("0 0 * * * ?", "UTC"));
    story.scoredBy(ScoringSettings.DEFAULT);

    assertEquals(Optional.of(Instant.parse("2026-01-01T01:00:00Z")), dueAt());
  }

  @Test
  void six_in_the_morning_follows_the_clocks_of_the_place() {
    serving().watchedBy(ProjectStory.scheduled("0 0 6 * * ?", "Europe/Madrid"));
    story.at("2026-03-28T05:00:00Z").monitored().at("2026-03-29T04:00:00Z").monitored();

    assertEquals(List.of("2026-03-28T05:00:00Z", "2026-03-29T04:00:00Z"), story.fires());
  }

  @Test
  void a_run_that_is_asked_for_starts_at_once_if_none_runs() {
    serving().monitorAsked("r1", rewind("2026-01-01T00:00:00Z"));

    var promised = assertInstanceOf(ControlReply.MonitoringPromised.class, story.reply());
    assertEquals(story.monitorings().getLast().id(), promised.execution());
    assertEquals(rewind("2026-01-01T00:00:00Z"), window(0));
    assertEquals(Arrays.asList((String) null), story.fires());
    assertTrue(story.monitorings().getLast().input().get("firedAt").isNull());
  }

  @Test
  void runs_that_are_asked_for_wait_in_order_and_are_shown() {
    serving().monitorAsked("r1", WindowOrder.NEW);
    story.monitorAsked("r2", rewind("2026-01-01T00:00:00Z"));
    story.monitorAsked("r3", rewind("2026-01-02T00:00:00Z"));
    assertEquals(1, story.monitorings().size());
    assertEquals(
        List.of(true, true),
        story.only(ProjectEffect.AnnounceExecution.class).stream()
            .skip(1)
            .map(shown -> shown.execution().status() == ExecutionStatus.RUNNING)
            .toList());

    story.monitored().monitored();
    assertEquals(rewind("2026-01-01T00:00:00Z"), window(1));
    assertEquals(rewind("2026-01-02T00:00:00Z"), window(2));
  }

  @Test
  void a_fire_and_what_is_asked_for_are_done_in_the_order_in_which_they_came() {
    serving().at("2026-01-01T01:00:00Z");
    story.at("2026-01-01T01:30:00Z").monitorAsked("early", WindowOrder.NEW);
    story.at("2026-01-01T02:30:00Z").monitorAsked("late", rewind("2026-01-01T00:00:00Z"));
    story.monitored().monitored().monitored();

    assertEquals(
        Arrays.asList("2026-01-01T01:00:00Z", null, "2026-01-01T02:00:00Z", null), story.fires());
  }

  @Test
  void an_eleventh_that_would_wait_is_refused_by_name() {
    serving().monitorAsked("running", WindowOrder.NEW);
    for (int i = 0; i < 10; i++) {
      story.monitorAsked("waits-" + i, WindowOrder.NEW);
      assertInstanceOf(ControlReply.MonitoringPromised.class, story.reply());
    }
    ProjectState full = story.state();
    story.monitorAsked("too many", WindowOrder.NEW);

    var refused = assertInstanceOf(ControlReply.Refused.class, story.reply());
    assertEquals(Errors.MONITORING_TOO_MANY, refused.error());
    assertEquals(full, story.state());
  }

  @Test
  void what_cannot_be_monitored_is_refused_by_name() {
    story.monitorAsked("r1", WindowOrder.NEW);
    assertEquals(
        Errors.PROJECT_UNKNOWN,
        assertInstanceOf(ControlReply.Refused.class, story.reply()).error());

    story.created().monitorAsked("r2", WindowOrder.NEW);
    assertEquals(
        Errors.MONITORING_NO_CHAMPION,
        assertInstanceOf(ControlReply.Refused.class, story.reply()).error());
  }

  @Test
  void who_is_off_can_still_be_asked() {
    serving().watchedBy(ProjectStory.scheduled("off", "UTC")).monitorAsked("r1", WindowOrder.NEW);

    assertEquals(1, story.monitorings().size());
  }

  @Test
  void a_project_of_before_is_caught_up_with_once_since_its_endpoint_changed() {
    ObjectNode old = (ObjectNode) Json.toTree(serving().state());
    old.remove("monitoring");
    story.stored(Json.fromTree(old, ProjectState.class));
    assertEquals(Optional.of(Instant.parse("2026-01-01T01:00:00Z")), dueAt());

    story.at("2026-01-09T10:20:00Z").monitored();
    assertEquals(List.of("2026-01-09T10:00:00Z"), story.fires());
  }

  @Test
  void a_stored_schedule_that_cannot_be_read_never_fires_and_breaks_nothing() {
    serving().watchedBy(ProjectStory.scheduled("every now and then", "UTC"));
    assertEquals(Optional.empty(), dueAt());

    story.later(HOUR).monitorAsked("r1", WindowOrder.NEW);
    assertEquals(1, story.monitorings().size());
  }
}
