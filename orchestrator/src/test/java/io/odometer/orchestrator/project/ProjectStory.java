// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.execution.ExecutionStatus;
import io.odometer.core.json.Json;
import io.odometer.core.metric.RegressionMetrics;
import io.odometer.core.monitoring.WindowOrder;
import io.odometer.core.project.Algorithm;
import io.odometer.core.project.DriftPolicy;
import io.odometer.core.project.EndpointRule;
import io.odometer.core.project.MonitoringSettings;
import io.odometer.core.project.NotificationKind;
import io.odometer.core.project.Project;
import io.odometer.core.project.ProjectName;
import io.odometer.core.project.ScoringSettings;
import io.odometer.core.project.Split;
import io.odometer.core.project.Subscription;
import io.odometer.core.registry.ModelId;
import io.odometer.core.registry.ModelVersion;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.task.TaskCommand;
import io.odometer.core.task.TaskReport;
import io.odometer.core.task.TaskResource;
import io.odometer.core.training.DeployInput;
import io.odometer.core.training.Evaluation;
import io.odometer.core.training.Gate;
import io.odometer.core.training.ObjectVersion;
import io.odometer.core.training.PreprocessInput;
import io.odometer.core.training.RegisteredModel;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One project's life as a test tells it. The state goes through JSON between two events, as it does
 * in the store.
 */
final class ProjectStory {
  static final ProjectName NAME = new ProjectName("cars");
  static final Duration QUIET = Duration.ofSeconds(2);

  private final List<ProjectEffect> effects = new ArrayList<>();
  private ProjectState state = ProjectState.of(NAME);
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  static Project settings() {
    return settings(ScoringSettings.DEFAULT);
  }

  private static Project settings(ScoringSettings scoring) {
    return settings(scoring, MonitoringSettings.DEFAULT);
  }

  private static Project settings(ScoringSettings scoring, MonitoringSettings monitoring) {
    return new Project(
        NAME,
        "price",
        Map.of(Algorithm.XGBOOST, Map.of(), Algorithm.LINEAR, Map.of()),
        Split.DEFAULT,
        Map.of(),
        EndpointRule.DEFAULT,
        null,
        Map.of(),
        List.of(),
        QUIET,
        scoring,
        monitoring,
        List.of(),
        0);
  }

  static ObjectKey key(String name) {
    return new ObjectKey("training", NAME + "/" + name);
  }

  ProjectStory tell(ProjectEvent event) {
    ProjectEvent read = Json.read(Json.bytes(event), ProjectEvent.class);
    ProjectStep step = ProjectFunction.step(state, read, now);
    state = Json.read(Json.bytes(step.state()), ProjectState.class);
    effects.addAll(step.effects());
    return this;
  }

  ProjectStory created() {
    return tell(new SettingsPut("put", settings()));
  }

  ProjectStory scoredBy(ScoringSettings scoring) {
    return tell(new SettingsPut("put", settings(scoring)));
  }

  ProjectStory watchedBy(MonitoringSettings monitoring) {
    return tell(new SettingsPut("put", settings(ScoringSettings.DEFAULT, monitoring)));
  }

  /** Somebody is told of drift at an address that is a secret. */
  ProjectStory telling(String webhook) {
    Subscription told =
        new Subscription(List.of(), List.of(URI.create(webhook)), Set.of(NotificationKind.DRIFT));
    ObjectNode settings = (ObjectNode) Json.toTree(settings());
    settings.set("notifications", Json.toTree(List.of(told)));
    return tell(new SettingsPut("put", Json.fromTree(settings, Project.class)));
  }

  /** By a schedule in a time zone, all else as usual. */
  static MonitoringSettings scheduled(String schedule, String zone) {
    return watched(schedule, zone, DriftPolicy.NOTIFY);
  }

  /** Drift starts a training, at most one a day. */
  static MonitoringSettings retraining() {
    return watched(MonitoringSettings.OFF, "UTC", DriftPolicy.RETRAIN);
  }

  private static MonitoringSettings watched(String schedule, String zone, DriftPolicy onDrift) {
    MonitoringSettings usual = MonitoringSettings.DEFAULT;
    return new MonitoringSettings(
        schedule,
        ZoneId.of(zone),
        usual.captureShare(),
        usual.minimumRows(),
        usual.alarm(),
        onDrift,
        Duration.ofDays(1),
        usual.labelKeys(),
        usual.labelHorizon(),
        usual.captureRetention(),
        usual.reportRetention());
  }

  /** A first champion, as if a training had made it. */
  ProjectStory championed() {
    return deploys(new ExecutionId("first"), 0, model(Algorithm.XGBOOST, "1", Gate.ACCEPTED, 100));
  }

  ProjectStory seen(String name, String etag) {
    return tell(new ObjectSeen(key(name), etag, 10, now));
  }

  ProjectStory removed(String name) {
    return tell(new ObjectRemoved(key(name), now));
  }

  ProjectStory asked(String requestId, ObjectSeen... listing) {
    return tell(new TrainingRequested(requestId, List.of(listing), now));
  }

  ObjectSeen listed(String name, String etag) {
    return new ObjectSeen(key(name), etag, 10, now);
  }

  /** Moves the clock to a time; the timer rings if it is due by then. */
  ProjectStory at(String time) {
    return later(Duration.between(now, Instant.parse(time)));
  }

  /** Moves the clock; the timer rings if it is due by then. */
  ProjectStory later(Duration time) {
    now = now.plus(time);
    return state.dueAt().filter(due -> !due.isAfter(now)).isPresent()
        ? tell(new TimePassed())
        : this;
  }

  ProjectStory quiet() {
    return later(QUIET);
  }

  ProjectStory ended(ExecutionId id, ExecutionStatus status, @Nullable String error) {
    return tell(new ExecutionEnded(id, status, error));
  }

  ProjectStory monitorAsked(String requestId, WindowOrder window) {
    return tell(new MonitoringRequested(requestId, window));
  }

  /** The newest run of the monitor ends. */
  ProjectStory monitored() {
    return ended(monitorings().getLast().id(), ExecutionStatus.SUCCEEDED, null);
  }

  /** The newest execution succeeds. */
  ProjectStory succeeds() {
    return ended(started().getLast().id(), ExecutionStatus.SUCCEEDED, null);
  }

  ProjectStory task(String task, ExecutionId execution, JsonNode input) {
    return tell(
        new TaskHanded(
            new TaskCommand(
                "task-" + effects.size(),
                new TaskResource("orchestrator", task),
                execution,
                "State",
                now,
                input)));
  }

  ProjectStory deploys(ExecutionId execution, long expected, RegisteredModel... models) {
    return task("deploy", execution, Json.toTree(new DeployInput(NAME, expected, List.of(models))));
  }

  static RegisteredModel model(Algorithm algorithm, String version, Gate gate, double rmse) {
    return new RegisteredModel(
        new ModelId(NAME, algorithm, new ModelVersion(version)),
        gate,
        new Evaluation(new RegressionMetrics(rmse, rmse, rmse * rmse, 0.9, 100), null),
        null);
  }

  List<ProjectEffect.StartExecution> started() {
    return only(ProjectEffect.StartExecution.class);
  }

  List<ProjectEffect.StartExecution> monitorings() {
    return started().stream()
        .filter(start -> start.workflow().equals(MonitoringPlan.WORKFLOW))
        .toList();
  }

  /** When the schedule fired for each run of the monitor; null for one that was asked for. */
  List<@Nullable String> fires() {
    List<@Nullable String> fires = new ArrayList<>();
    monitorings().forEach(start -> fires.add(start.input().path("firedAt").asString(null)));
    return fires;
  }

  /** Paths of the objects in each execution's input. */
  List<List<String>> trainedOn() {
    return started().stream()
        .map(
            start ->
                start
                    .input()
                    .path("objects")
                    .valueStream()
                    .map(
                        object ->
                            object.path("key").path("path").stringValue()
                                + "@"
                                + object.path("etag").stringValue())
                    .toList())
        .toList();
  }

  /**
   * Paths of the objects in the newest execution's input that no training was started on before.
   */
  List<String> fresh() {
    return Json.fromTree(started().getLast().input(), PreprocessInput.class).objects().stream()
        .filter(ObjectVersion::fresh)
        .map(object -> object.key().path())
        .toList();
  }

  List<String> events() {
    return only(ProjectEffect.Publish.class).stream().map(told -> told.event().type()).toList();
  }

  ControlReply reply() {
    return only(ProjectEffect.AnswerRequest.class).getLast().reply();
  }

  TaskReport report() {
    return only(ProjectEffect.AnswerTask.class).getLast().report();
  }

  <T extends ProjectEffect> List<T> only(Class<T> kind) {
    return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Goes on with what an earlier version of the orchestrator stored. */
  ProjectStory stored(ProjectState earlier) {
    state = earlier;
    return this;
  }

  ProjectState state() {
    return state;
  }

  Instant now() {
    return now;
  }
}
