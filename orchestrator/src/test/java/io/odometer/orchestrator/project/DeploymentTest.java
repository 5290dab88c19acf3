// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.ErrorName;
import io.odometer.core.error.Errors;
import io.odometer.core.execution.ExecutionId;
import io.odometer.core.json.Json;
import io.odometer.core.message.SystemEvent;
import io.odometer.core.metric.RegressionMetrics;
import io.odometer.core.project.Algorithm;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.registry.ModelId;
import io.odometer.core.registry.ModelRecord;
import io.odometer.core.registry.ModelVersion;
import io.odometer.core.registry.Stage;
import io.odometer.core.task.TaskReport;
import io.odometer.core.training.Evaluation;
import io.odometer.core.training.Gate;
import io.odometer.core.training.RegisteredModel;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DeploymentTest {
  private static final ExecutionId FIRST = new ExecutionId("first");
  private static final ExecutionId SECOND = new ExecutionId("second");
  private static final RegisteredModel TREES =
      ProjectStory.model(Algorithm.XGBOOST, "1", Gate.ACCEPTED, 10);
  private static final RegisteredModel LINE =
      ProjectStory.model(Algorithm.LINEAR, "1", Gate.ACCEPTED, 20);

  private final ProjectStory story = new ProjectStory().created();

  private JsonNode output() {
    return assertInstanceOf(TaskReport.Succeeded.class, story.report()).output();
  }

  private ErrorName error() {
    return assertInstanceOf(TaskReport.Failed.class, story.report()).error();
  }

  private List<String> stages() {
    return story.only(ProjectEffect.StoreModel.class).stream()
        .map(effect -> effect.model().id() + " " + effect.model().stage().json())
        .toList();
  }

  private Endpoint endpoint() {
    return story.only(ProjectEffect.StoreEndpoint.class).getLast().endpoint();
  }

  @Test
  void without_an_endpoint_both_fields_are_there() {
    story.task("find-endpoint", FIRST, Json.object());

    assertEquals(0, output().path("version").asInt());
    assertTrue(output().has("endpoint"));
    assertTrue(output().get("endpoint").isNull());
    assertTrue(Json.tree(Json.bytes(story.report())).path("output").has("endpoint"));
  }

  @Test
  void accepted_versions_become_champions_together() {
    story.deploys(FIRST, 0, TREES, LINE);

    assertEquals(List.of("cars/xgboost/1 champion", "cars/linear/1 champion"), stages());
    assertEquals(1, endpoint().version());
    assertEquals(List.of(LINE.id(), TREES.id()), endpoint().members());
    assertEquals(
        List.of("project.created", "model.registered", "model.registered", "endpoint.updated"),
        story.events());

    story.task("find-endpoint", SECOND, Json.object());
    assertEquals(1, output().path("version").asInt());
    assertEquals(endpoint(), Json.fromTree(output().path("endpoint"), Endpoint.class));
  }

  @Test
  void a_new_champion_retires_the_old_one_and_keeps_the_others() {
    story.deploys(FIRST, 0, TREES, LINE);

    RegisteredModel better = ProjectStory.model(Algorithm.XGBOOST, "2", Gate.ACCEPTED, 9);
    story.deploys(SECOND, 1, better);
    assertEquals(
        List.of("cars/xgboost/1 retired", "cars/xgboost/2 champion"), stages().subList(2, 4));
    assertEquals(List.of(LINE.id(), better.id()), endpoint().members());
    assertEquals(2, endpoint().version());
  }

  @Test
  void a_rejected_version_is_kept_with_both_errors_and_nothing_is_deployed() {
    story.deploys(FIRST, 0, TREES);

    RegisteredModel worse =
        new RegisteredModel(
            new ModelId(ProjectStory.NAME, Algorithm.XGBOOST, new ModelVersion("2")),
            Gate.WORSE_THAN_CHAMPION,
            new Evaluation(
                new RegressionMetrics(90, 80, 8100, 0.1, 100),
                new Evaluation.ChampionScore(
                    TREES.id(), new RegressionMetrics(11, 9, 121, 0.9, 100))),
            null);
    story.deploys(SECOND, 1, worse);

    ModelRecord rejected = story.only(ProjectEffect.StoreModel.class).getLast().model();
    assertEquals(Stage.REJECTED, rejected.stage());
    assertTrue(String.valueOf(rejected.reason()).contains("90"), rejected.reason());
    assertTrue(String.valueOf(rejected.reason()).contains("11"), rejected.reason());
    assertEquals(1, story.only(ProjectEffect.StoreEndpoint.class).size());
    SystemEvent told = story.only(ProjectEffect.Publish.class).getLast().event();
    assertEquals("model.rejected", told.type());
    assertEquals(90, told.data().path("rmse").asDouble());
    assertEquals(11, told.data().path("championRmse").asDouble());
    assertEquals(1, output().path("version").asInt());
  }

  @Test
  void the_reason_given_by_the_trainer_is_kept() {
    story.deploys(
        FIRST,
        0,
        new RegisteredModel(TREES.id(), Gate.ABOVE_THRESHOLD, TREES.evaluation(), "above 5"));

    assertEquals("above 5", story.only(ProjectEffect.StoreModel.class).getLast().model().reason());
  }

  @Test
  void who_expected_another_version_of_the_endpoint_has_lost() {
    story.deploys(FIRST, 0, TREES);

    story.deploys(SECOND, 0, ProjectStory.model(Algorithm.XGBOOST, "2", Gate.ACCEPTED, 9));
    assertEquals(Errors.REGISTRY_CONFLICT, error());
    assertEquals(List.of("cars/xgboost/1 champion"), stages());
  }

  @Test
  void a_deployment_told_twice_is_carried_out_once() {
    story.deploys(FIRST, 0, TREES, LINE).deploys(FIRST, 0, TREES, LINE);

    assertEquals(1, output().path("version").asInt());
    assertEquals(1, story.only(ProjectEffect.StoreEndpoint.class).size());
    assertEquals(2, stages().size());
  }

  @Test
  void a_champion_of_an_algorithm_that_the_project_dropped_leaves_with_the_next_change() {
    story.deploys(FIRST, 0, TREES, LINE);
    var plain = ProjectStory.settings();
    story.tell(
        new SettingsPut(
            "drop",
            new io.odometer.core.project.Project(
                plain.name(),
                plain.target(),
                java.util.Map.of(Algorithm.XGBOOST, java.util.Map.of()),
                plain.split(),
                plain.filter(),
                plain.endpoint(),
                null,
                plain.types(),
                plain.ignore(),
                plain.quietPeriod(),
                plain.scoring(),
                plain.monitoring(),
                plain.notifications(),
                0)));

    RegisteredModel better = ProjectStory.model(Algorithm.XGBOOST, "2", Gate.ACCEPTED, 9);
    story.deploys(SECOND, 1, better);
    assertEquals(List.of(better.id()), endpoint().members());
    assertTrue(stages().contains("cars/linear/1 retired"));
  }

  @Test
  void a_task_that_is_not_known_or_not_understood_fails() {
    story.task("fly", FIRST, Json.object());
    assertEquals(Errors.INTERNAL, error());

    story.task("deploy", FIRST, Json.object().put("project", "Not A Name"));
    assertEquals(Errors.INTERNAL, error());
  }
}
