// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.execution.ExecutionStatus;
import io.odometer.core.execution.StateRecord;
import io.odometer.core.json.Json;
import io.odometer.core.monitoring.DataBaselineInput;
import io.odometer.core.monitoring.ModelBaselineInput;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.training.DeployInput;
import io.odometer.core.training.EvaluateInput;
import io.odometer.core.training.Gate;
import io.odometer.core.training.PreparedData;
import io.odometer.core.training.PreprocessInput;
import io.odometer.core.training.RegisterInput;
import io.odometer.core.training.RowCounts;
import io.odometer.core.training.TrainInput;
import io.odometer.orchestrator.workflow.Command.ScheduleTask;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The shipped training workflow, its tasks answered by hand. */
final class TrainingWorkflowTest {
  private static final String PREPARED =
      Json.text(
          new PreparedData(
              work("train.csv"),
              work("validation.csv"),
              work("test.csv"),
              work("schema.json"),
              new RowCounts(10, 0, 0, 0, 7, 2, 1, 0),
              List.of(),
              List.of()));
  private static final String NO_ENDPOINT = "{\"version\": 0, \"endpoint\": null}";
  private static final String CANDIDATE =
      "{\"folder\": {\"bucket\": \"work\", \"path\": \"e/model\"}, \"trainingSeconds\": 1.5}";

  private static final String DATA_BASELINE =
      "{\"folder\": {\"bucket\": \"work\", \"path\": \"e/data\"}, \"files\":"
          + " [\"statistics.json\"]}";
  private static final String MODEL_BASELINE =
      "{\"folder\": {\"bucket\": \"work\", \"path\": \"e/quality\"}, \"files\":"
          + " [\"model-statistics.json\"]}";

  private Drive drive;

  @BeforeEach
  void start() throws IOException {
    drive = new Drive(definition(), input("null"));
  }

  private static Definition definition() throws IOException {
    try (var json =
        TrainingWorkflowTest.class.getResourceAsStream("/workflows/training.asl.json")) {
      return Definition.parse("training", Json.tree(json.readAllBytes()));
    }
  }

  private static JsonNode input(String threshold) {
    return Json.tree(
        """
        {"project": {"name": "cars", "target": "price", "algorithms": {"linear": {}, "xgboost": {}},
          "split": {"train": 70, "validation": 15, "test": 15, "seed": 42}, "filter": {},
          "endpoint": {"rule": "max", "weights": {}}, "threshold": %s, "types": {}, "ignore": [],
          "quietPeriod": "PT2S", "version": 1},
         "objects": [{"key": {"bucket": "training", "path": "cars/a.csv"}, "etag": "x", "size": 9}],
         "algorithms": [{"name": "linear", "hyperparameters": {}}, {"name": "xgboost", "hyperparameters": {}}]}\
        """
            .formatted(threshold));
  }

  private static String evaluation(String rmse, @Nullable String champion) {
    String metrics = "{\"rmse\": %s, \"mae\": 1, \"mse\": 1, \"r2\": 0.9, \"rows\": 10}";
    return champion == null
        ? "{\"metrics\": " + metrics.formatted(rmse) + "}"
        : """
        {"metrics": %s, "champion": {"id": {"project": "cars", "algorithm": "linear", "version": "v1"}, "metrics": %s}}\
        """
            .formatted(metrics.formatted(rmse), metrics.formatted(champion));
  }

  private static String registered(String algorithm, String gate) {
    return """
    {"id": {"project": "cars", "algorithm": "%s", "version": "v2"}, "gate": "%s", "evaluation": %s}\
    """
        .formatted(algorithm, gate, evaluation("5", null));
  }

  private static ObjectKey work(String name) {
    return new ObjectKey("work", "execution/" + name);
  }

  private Drive trained() {
    return drive
        .succeed("Preprocess", PREPARED)
        .succeed("FindEndpoint", NO_ENDPOINT)
        .succeed("Models[0]/Train", CANDIDATE)
        .succeed("Models[1]/Train", CANDIDATE);
  }

  @Test
  void both_algorithms_are_trained_side_by_side_and_deployed_together() {
    trained();
    drive
        .succeed("Models[1]/Evaluate", evaluation("5", null))
        .succeed("Models[0]/Evaluate", evaluation("7", null));
    baselined(0);
    baselined(1);
    drive
        .succeed("Models[0]/Register", registered("linear", "accepted"))
        .succeed("Models[1]/Register", registered("xgboost", "accepted"));
    DeployInput deploy = Json.fromTree(drive.task("Deploy").input(), DeployInput.class);
    drive.succeed("Deploy", "{\"version\": 1}");
    assertEquals(0, deploy.expectedEndpointVersion());
    assertEquals(2, deploy.models().size());
    assertEquals(ExecutionStatus.SUCCEEDED, drive.execution().status());
    assertEquals(Json.tree("{\"version\": 1}"), drive.execution().output());
    assertEquals(List.of(), drive.execution().timers());
  }

  @Test
  void every_task_gets_the_record_that_it_reads() {
    ScheduleTask preprocess = drive.task("Preprocess");
    drive.succeed("Preprocess", PREPARED).succeed("FindEndpoint", NO_ENDPOINT);
    ScheduleTask train = drive.task("Models[0]/Train");
    drive.succeed(train, Json.tree(CANDIDATE));
    ScheduleTask evaluate = drive.task("Models[0]/Evaluate");
    drive.succeed(evaluate, Json.tree(evaluation("5", null)));
    ScheduleTask data = drive.task("Models[0]/Baselines[0]/DataBaseline");
    ScheduleTask model = drive.task("Models[0]/Baselines[1]/ModelBaseline");
    baselined(0);
    ScheduleTask register = drive.task("Models[0]/Register");
    assertEquals(
        work("train.csv"), Json.fromTree(data.input(), DataBaselineInput.class).data().train());
    assertEquals(
        1.5, Json.fromTree(model.input(), ModelBaselineInput.class).candidate().trainingSeconds());
    assertEquals(1, Json.fromTree(preprocess.input(), PreprocessInput.class).objects().size());
    assertEquals(
        "linear", Json.fromTree(train.input(), TrainInput.class).algorithm().name().value());
    assertEquals(
        1.5, Json.fromTree(evaluate.input(), EvaluateInput.class).candidate().trainingSeconds());
    assertEquals(Gate.ACCEPTED, Json.fromTree(register.input(), RegisterInput.class).gate());
  }

  @ParameterizedTest(name = "threshold {0}, rmse {1}, champion {2}: {3}")
  @CsvSource(
      nullValues = "-",
      value = {
        "null, 5, -, ACCEPTED",
        "null, 5, 6, ACCEPTED",
        "null, 5, 5, ACCEPTED",
        "null, 5.01, 5, WORSE_THAN_CHAMPION",
        "5, 5, -, ACCEPTED",
        "5, 5.0, 6, ACCEPTED",
        "5, 5.01, -, ABOVE_THRESHOLD",
        "5, 7, 6, ABOVE_THRESHOLD",
        "8, 7, 6, WORSE_THAN_CHAMPION",
      })
  void the_gate_decides(String threshold, String rmse, @Nullable String champion, Gate gate)
      throws IOException {
    drive = new Drive(definition(), input(threshold));
    trained();
    drive.succeed("Models[0]/Evaluate", evaluation(rmse, champion));
    if (gate == Gate.ACCEPTED) {
      baselined(0);
    }
    assertEquals(gate, registerInput().gate());
  }

  @Test
  void an_accepted_version_is_registered_with_both_baselines_in_their_order() {
    trained();
    drive
        .succeed("Models[0]/Evaluate", evaluation("5", null))
        .succeed("Models[0]/Baselines[1]/ModelBaseline", MODEL_BASELINE)
        .succeed("Models[0]/Baselines[0]/DataBaseline", DATA_BASELINE);
    assertEquals(
        List.of("e/data", "e/quality"),
        registerInput().baselines().stream().map(each -> each.folder().path()).toList());
  }

  @Test
  void a_rejected_version_gets_no_baseline() throws IOException {
    drive = new Drive(definition(), input("3"));
    trained();
    drive.succeed("Models[0]/Evaluate", evaluation("5", null));
    assertEquals(List.of(), registerInput().baselines());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Baselines[0]/DataBaseline", "Baselines[1]/ModelBaseline"})
  void an_accepted_version_is_registered_even_if_a_baseline_cannot_be_made(String baseline) {
    trained();
    drive
        .succeed("Models[0]/Evaluate", evaluation("5", null))
        .fail("Models[0]/" + baseline, "Model.Unsupported");
    assertEquals(List.of(), registerInput().baselines());
    assertEquals(Gate.ACCEPTED, registerInput().gate());
  }

  @Test
  void an_accepted_version_waits_an_hour_for_a_monitor_that_is_down() {
    trained();
    drive.succeed("Models[0]/Evaluate", evaluation("5", null));
    ScheduleTask late = drive.task("Models[0]/Baselines[0]/DataBaseline");
    drive.fireNext();
    assertEquals(Drive.START.plus(Duration.ofHours(1)), drive.now());
    assertEquals(List.of(), registerInput().baselines());

    drive.succeed(late, Json.tree(DATA_BASELINE));
    assertEquals(List.of(), registerInput().baselines());
  }

  private RegisterInput registerInput() {
    return Json.fromTree(drive.task("Models[0]/Register").input(), RegisterInput.class);
  }

  private void baselined(int model) {
    drive
        .succeed("Models[%d]/Baselines[0]/DataBaseline".formatted(model), DATA_BASELINE)
        .succeed("Models[%d]/Baselines[1]/ModelBaseline".formatted(model), MODEL_BASELINE);
  }

  @Test
  void a_champion_that_is_null_is_none() {
    trained();
    drive.succeed(
        "Models[0]/Evaluate",
        "{\"champion\": null, \"metrics\": {\"rmse\": 5, \"mae\": 1, \"mse\": 1, \"r2\": 1,"
            + " \"rows\": 1}}");
    assertTrue(drive.entered().contains("Accepted"));
  }

  @Test
  void an_rmse_that_is_no_number_is_never_accepted() {
    trained();
    drive.succeed("Models[0]/Evaluate", evaluation("\"NaN\"", null));
    assertEquals("Training.Diverged", drive.execution().error());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Preprocess",
        "Models[0]/Train",
        "Models[1]/Evaluate",
        "Models[0]/Baselines[0]/DataBaseline",
        "Models[0]/Baselines[1]/ModelBaseline"
      })
  void an_outage_of_the_store_is_tried_again(String state) {
    goTo(state);
    ScheduleTask first = drive.task(state);
    drive.fail(first, "Store.Unavailable", "no answer").fireNext();
    ScheduleTask second = drive.task(state);
    assertTrue(!first.taskId().equals(second.taskId()));
    assertEquals(first.input(), second.input());
    assertEquals(2, record(state).attempts());
  }

  @Test
  void a_long_outage_of_the_store_is_sat_out() {
    for (int i = 0; i < 200; i++) {
      drive.fail("Preprocess", "Store.Unavailable").fireNext();
    }
    assertEquals(ExecutionStatus.RUNNING, drive.execution().status());
    assertEquals(201, record("Preprocess").attempts());
  }

  @Test
  void a_mistake_of_ours_fails_after_five_tries() {
    for (int i = 0; i < 4; i++) {
      drive.fail("Preprocess", "Internal.Error").fireNext();
    }
    drive.fail("Preprocess", "Internal.Error");
    assertEquals(ExecutionStatus.FAILED, drive.execution().status());
    assertEquals("Internal.Error", drive.execution().error());
    assertEquals(5, record("Preprocess").attempts());
  }

  @Test
  void a_worker_that_falls_silent_is_replaced() {
    ScheduleTask lost = drive.task("Preprocess");
    drive.beat(lost, "{\"rows\": 100}").fireNext();
    assertEquals(Drive.START.plusSeconds(120), drive.now());
    drive.fireNext();
    assertEquals("Preprocess", drive.tasks().getLast().state());
    drive.succeed(lost, Json.tree(PREPARED));
    assertEquals(List.of("Preprocess"), drive.entered());
  }

  @Test
  void a_task_may_wait_long_for_a_worker() {
    drive.sleep(Duration.ofHours(5)).succeed("Preprocess", PREPARED);
    assertEquals("FindEndpoint", drive.tasks().getLast().state());
  }

  @ParameterizedTest
  @CsvSource({
    "Preprocess, Data.Empty",
    "Preprocess, Schema.TargetMissing",
    "Models[0]/Train, Training.Diverged",
    "Models[1]/Evaluate, Model.Unsupported"
  })
  void a_failure_of_the_data_or_of_one_algorithm_fails_the_execution_by_name(
      String state, String error) {
    goTo(state);
    drive.fail(state, error);
    assertEquals(ExecutionStatus.FAILED, drive.execution().status());
    assertEquals(error, drive.execution().error());
    assertEquals(error + " in " + state, drive.execution().cause());
    assertEquals(error, record(state).error());
    assertEquals(List.of(), drive.execution().timers());
  }

  @Test
  void who_lost_the_endpoint_judges_again_but_does_not_train_on_other_data() {
    drive.succeed("Preprocess", PREPARED).succeed("FindEndpoint", NO_ENDPOINT);
    ScheduleTask train = drive.task("Models[0]/Train");
    drive.succeed(train, Json.tree(CANDIDATE)).succeed("Models[1]/Train", CANDIDATE);
    judged(5, "accepted");
    drive.fail("Deploy", "Registry.Conflict");
    drive.succeed(
        "FindEndpoint",
        """
        {"version": 3, "endpoint": {"name": "cars", "version": 3, "rule": {"rule": "max", "weights": {}},
          "members": [], "execution": "other", "updatedAt": "2026-01-01T00:00:00Z"}}\
        """);
    ScheduleTask again = drive.task("Models[0]/Train");
    assertEquals(train.input(), again.input());
    drive.succeed("Models[0]/Train", CANDIDATE).succeed("Models[1]/Train", CANDIDATE);
    EvaluateInput evaluate =
        Json.fromTree(drive.task("Models[0]/Evaluate").input(), EvaluateInput.class);
    assertEquals(3, Objects.requireNonNull(evaluate.endpoint()).version());
    judged(5, "accepted");
    assertEquals(3, drive.task("Deploy").input().get("expectedEndpointVersion").intValue());
    drive.succeed("Deploy", "{}");
    assertEquals(ExecutionStatus.SUCCEEDED, drive.execution().status());
  }

  private void judged(int rmse, String gate) {
    drive
        .succeed("Models[0]/Evaluate", evaluation("" + rmse, null))
        .succeed("Models[1]/Evaluate", evaluation("" + rmse, null));
    baselined(0);
    baselined(1);
    drive
        .succeed("Models[0]/Register", registered("linear", gate))
        .succeed("Models[1]/Register", registered("xgboost", gate));
  }

  private void goTo(String state) {
    if (state.startsWith("Models")) {
      drive.succeed("Preprocess", PREPARED).succeed("FindEndpoint", NO_ENDPOINT);
    }
    if (!state.endsWith("Train") && state.startsWith("Models")) {
      drive.succeed("Models[0]/Train", CANDIDATE).succeed("Models[1]/Train", CANDIDATE);
    }
    if (state.endsWith("Baseline")) {
      drive.succeed("Models[0]/Evaluate", evaluation("5", null));
    }
  }

  private StateRecord record(String path) {
    return drive.states().stream().filter(each -> each.path().equals(path)).toList().getLast();
  }
}
