// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.Errors;
import io.odometer.core.execution.ExecutionId;
import io.odometer.core.execution.ExecutionStatus;
import io.odometer.core.json.Json;
import io.odometer.core.message.SystemEvent;
import io.odometer.core.monitoring.DriftFound;
import io.odometer.core.monitoring.ReportDriftInput;
import io.odometer.core.project.ProjectName;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.task.TaskReport;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a project does about drift. */
final class DriftReportTest {
  private static final Duration DAY = Duration.ofDays(1);

  private final ProjectStory story = new ProjectStory();

  private static DriftFound drift(String... features) {
    return driftOf("x", features);
  }

  private static DriftFound driftOf(String execution, String... features) {
    List<DriftFound.Alarm> alarms =
        Stream.of(features)
            .map(name -> new DriftFound.Alarm(name, "check", "far", 0.3, 0.1, List.of()))
            .toList();
    ObjectKey report = new ObjectKey("monitoring", "cars/x/report.html");
    return new DriftFound(
        new ExecutionId(execution), List.of(), null, null, 1_200, 0, alarms, List.of(), report);
  }

  private ProjectStory reported(String execution, DriftFound drift) {
    return story.task(
        "report-drift",
        new ExecutionId(execution),
        Json.toTree(new ReportDriftInput(ProjectStory.NAME, drift)));
  }

  private ProjectStory reported(String execution) {
    return reported(execution, driftOf(execution, "mileage"));
  }

  /** A project that trained on a file, and retrains when it drifts. */
  private ProjectStory retraining() {
    return story
        .watchedBy(ProjectStory.retraining())
        .seen("a.csv", "1")
        .quiet()
        .succeeds()
        .championed();
  }

  private JsonNode answer() {
    return assertInstanceOf(TaskReport.Succeeded.class, story.report()).output();
  }

  private List<SystemEvent> told() {
    return story.only(ProjectEffect.Publish.class).stream()
        .map(ProjectEffect.Publish::event)
        .filter(event -> event.type().equals("drift.found"))
        .toList();
  }

  @Test
  void who_is_only_to_be_told_is_told_the_features_the_data_and_the_action() {
    story.created().seen("a.csv", "1").quiet().succeeds().championed();
    reported("x", drift("mileage", "fuel", "mileage"));

    SystemEvent event = told().getFirst();
    assertEquals("drift.found/x", event.id());
    assertEquals(ProjectStory.NAME, event.project());
    assertTrue(event.message().contains("mileage, fuel (1200 rows"), event.message());
    assertEquals("notified", event.data().path("action").stringValue());
    assertEquals(3, Json.fromTree(event.data(), DriftFound.class).alarms().size());
    assertEquals(Json.tree("{\"action\": \"notified\"}"), answer());
    assertEquals(1, story.started().size());
  }

  @Test
  void many_features_are_counted_in_the_message() {
    story.created().championed();
    String[] names = IntStream.range(0, 14).mapToObj(i -> "f" + i).toArray(String[]::new);
    reported("x", drift(names));

    String message = told().getFirst().message();
    assertTrue(message.contains("f9 and 4 more"), message);
    assertFalse(message.contains("f10"), message);
  }

  @Test
  void a_project_that_retrains_starts_a_training_on_what_it_has() {
    retraining();
    reported("x");

    ProjectEffect.StartExecution training = story.started().getLast();
    assertEquals("training", training.workflow());
    assertTrue(training.name().endsWith("-drift"), training.name());
    assertEquals(List.of("cars/a.csv@1"), story.trainedOn().getLast());
    assertEquals("retraining", answer().path("action").stringValue());
    assertEquals(training.id().value(), answer().path("training").stringValue());
    assertEquals(training.id().value(), told().getFirst().data().path("training").stringValue());
  }

  @Test
  void drift_that_is_reported_again_is_answered_alike_and_does_nothing_more() {
    retraining();
    reported("x");
    JsonNode first = answer();
    ProjectState after = story.state();
    reported("x");

    assertEquals(first, answer());
    assertEquals(after, story.state());
    assertEquals(1, told().size());
    assertEquals(2, story.started().size());
  }

  @Test
  void a_training_that_runs_is_waited_for() {
    retraining().seen("b.csv", "1").quiet();
    reported("x");
    assertEquals(2, story.started().size());
    assertEquals("retraining", answer().path("action").stringValue());

    story.succeeds();
    assertEquals(story.started().getLast().id().value(), answer().path("training").stringValue());
    assertEquals(3, story.started().size());
  }

  @Test
  void a_training_that_waits_already_is_the_one() {
    retraining().seen("b.csv", "1").quiet().asked("person", story.listed("a.csv", "1"));
    reported("x");

    ControlReply.TrainingPromised promised =
        assertInstanceOf(ControlReply.TrainingPromised.class, story.reply());
    assertEquals(promised.execution().value(), answer().path("training").stringValue());
  }

  @Test
  void the_drift_of_another_execution_is_refused() {
    retraining();
    reported("y", drift("mileage"));
    assertInstanceOf(TaskReport.Failed.class, story.report());
    assertEquals(List.of(), told());
  }

  @Test
  void drift_starts_no_second_training_within_the_pause() {
    retraining();
    reported("x");
    story.succeeds().later(DAY.minusSeconds(1));
    reported("y");
    assertEquals(Json.tree("{\"action\": \"paused\"}"), answer());
    assertEquals(2, story.started().size());
    assertEquals(2, told().size());

    story.later(Duration.ofSeconds(1));
    reported("z");
    assertEquals("retraining", answer().path("action").stringValue());
    assertEquals(3, story.started().size());
  }

  @Test
  void the_pause_counts_from_when_the_training_began() {
    retraining().seen("b.csv", "1").quiet();
    reported("x");
    story.later(DAY.multipliedBy(2));
    reported("y");
    assertEquals("retraining", answer().path("action").stringValue());

    story.succeeds();
    assertEquals(3, story.started().size());
    story.later(DAY.minusSeconds(1));
    reported("z");
    assertEquals("paused", answer().path("action").stringValue());
  }

  @Test
  void trainings_that_files_start_are_no_reason_to_pause() {
    retraining().seen("b.csv", "1").quiet().succeeds();
    reported("x");

    assertEquals("retraining", answer().path("action").stringValue());
  }

  @Test
  void without_data_there_is_nothing_to_train_on() {
    retraining().removed("a.csv");
    reported("x");

    assertEquals("notified", answer().path("action").stringValue());
  }

  @Test
  void another_projects_drift_or_no_drift_at_all_is_a_mistake_of_ours() {
    retraining();
    story.task(
        "report-drift",
        new ExecutionId("x"),
        Json.toTree(new ReportDriftInput(new ProjectName("other"), drift("mileage"))));
    assertEquals(
        Errors.INTERNAL, assertInstanceOf(TaskReport.Failed.class, story.report()).error());

    story.task("report-drift", new ExecutionId("x"), Json.object());
    assertInstanceOf(TaskReport.Failed.class, story.report());
    assertEquals(List.of(), told());
  }

  @Test
  void what_was_done_is_remembered_through_the_run_that_found_it() {
    retraining();
    reported("x");
    story.ended(new ExecutionId("x"), ExecutionStatus.SUCCEEDED, null);

    MonitoringPlan.Told told = Objects.requireNonNull(story.state().monitoring().told());
    assertEquals(DriftAnswer.Action.RETRAINING, told.answer().action());
  }
}
