// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.filter.RecordPath;
import io.odometer.core.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

class ProjectSettingsTest {
  private static final ProjectName NAME = new ProjectName("used-cars");

  @Test
  void a_target_is_enough_and_everything_else_has_a_default() {
    Project project = project("{'target': 'price'}");

    assertEquals(NAME, project.name());
    assertEquals("price", project.target());
    assertEquals(Set.of(Algorithm.LINEAR, Algorithm.XGBOOST), project.algorithms().keySet());
    assertTrue(project.algorithms().values().stream().allMatch(Map::isEmpty));
    assertEquals(new Split(70, 15, 15, 42), project.split());
    assertEquals(EndpointRule.DEFAULT, project.endpoint());
    assertEquals(Duration.ofSeconds(2), project.quietPeriod());
    assertNull(project.threshold());
    assertEquals(Map.of(), project.filter());
    assertEquals(List.of(), project.ignore());
    assertEquals(ScoringSettings.DEFAULT, project.scoring());
    assertEquals(0, project.version());
  }

  @Test
  void every_setting_can_be_given() {
    Project project =
        project(
            """
            {'target': 'price', 'algorithms': {'xgboost': {'max_depth': 3, 'tree_method': 'hist'}},
             'split': {'train': 80, 'validation': 10, 'test': 10, 'seed': 7},
             'filter': {'price': [100, 150000.5]},
             'endpoint': {'rule': 'weighted', 'weights': {'xgboost': 2}}, 'threshold': 2150,
             'types': {'year': 'category', 'price': 'number'}, 'ignore': ['id', 'url', 'id'],
             'quietPeriod': 'PT0.5S',
             'scoring': {'inputFilter': '$[1:]', 'joinSource': 'None', 'outputFilter': '$[0,-1]',
                         'maxRejectRate': 0.01, 'neutralizeFormulas': true, 'captureShare': 0}}
            """);

    Map<String, ?> hyperparameters =
        Objects.requireNonNull(project.algorithms().get(Algorithm.XGBOOST));
    assertEquals(
        Json.tree("{\"max_depth\":3,\"tree_method\":\"hist\"}"), Json.toTree(hyperparameters));
    assertEquals(new Split(80, 10, 10, 7), project.split());
    assertEquals(new Range(100, 150000.5), project.filter().get("price"));
    assertEquals(
        new EndpointRule(CombinationRule.WEIGHTED, Map.of(Algorithm.XGBOOST, 2.0)),
        project.endpoint());
    assertEquals(2150.0, project.threshold());
    assertEquals(Map.of("year", "category", "price", "number"), project.types());
    assertEquals(List.of("id", "url"), project.ignore());
    assertEquals(Duration.ofMillis(500), project.quietPeriod());
    assertEquals(
        new ScoringSettings(
            RecordPath.parse("$[1:]"), JoinSource.NONE, RecordPath.parse("$[0,-1]"), 0.01, true, 0),
        project.scoring());
  }

  @Test
  void what_a_reader_was_shown_can_be_written_back() {
    Project shown =
        project(
            """
            {'target': 'price', 'filter': {'price': [1, 2]}, 'split': '60/20/20',
             'scoring': {'outputFilter': '$[0,-1]'}}
            """);

    assertEquals(shown, ProjectSettings.parse(NAME, Json.toTree(shown)).orThrow());
    assertEquals(shown, Json.fromTree(Json.toTree(shown), Project.class));
  }

  @Test
  void a_project_stored_before_files_could_be_scored_has_the_usual_settings() {
    Project usual = project("{'target': 'price'}");
    ObjectNode stored = (ObjectNode) Json.toTree(usual);
    stored.remove("scoring");

    assertEquals(usual, Json.fromTree(stored, Project.class));
  }

  @Test
  void a_version_says_which_settings_these_replace() {
    assertEquals(3, project("{'target': 'price', 'version': 3}").version());
  }

  @Test
  void a_null_is_the_default() {
    assertEquals(
        project("{'target': 'price'}"),
        project("{'target': 'price', 'threshold': null, 'split': null, 'algorithms': null}"));
  }

  @Test
  void a_seed_alone_keeps_the_usual_shares() {
    assertEquals(
        new Split(70, 15, 15, 9), project("{'target': 'p', 'split': {'seed': 9}}").split());
  }

  @Test
  void all_mistakes_are_told_at_once() {
    List<String> fields =
        mistakes(
                """
                {'tagret': 'price', 'name': 'other', 'algorithms': {'XGB!': {}, 'linear': 3},
                 'split': {'train': 90, 'validation': 15, 'test': 15}, 'filter': {'price': [5, 1]},
                 'endpoint': {'rule': 'best'}, 'threshold': -1, 'types': {'year': 'int'},
                 'ignore': 'id', 'quietPeriod': '2s',
                 'scoring': {'inputFilter': '$[0:2,5]', 'joinSource': 'Output', 'captureShare': 2}}
                """)
            .stream()
            .map(Mistake::field)
            .toList();

    assertEquals(
        List.of(
            "tagret",
            "name",
            "target",
            "algorithms.XGB!",
            "algorithms.linear",
            "split",
            "filter.price",
            "endpoint.rule",
            "threshold",
            "types.year",
            "ignore",
            "quietPeriod",
            "scoring.inputFilter",
            "scoring.joinSource",
            "scoring.captureShare"),
        fields);
  }

  @Test
  void an_unknown_setting_is_refused_with_the_nearest_known_one() {
    Mistake mistake = mistakes("{'target': 'price', 'treshold': 5}").getFirst();

    assertEquals("treshold", mistake.field());
    assertTrue(mistake.message().contains("did you mean 'threshold'?"), mistake.message());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "'price'", "3", "null"})
  void settings_that_are_no_object_are_refused(String settings) {
    assertEquals(1, mistakes(settings).size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'target': 3}|target",
        "{'target': ' '}|target",
        "{'target': 'p', 'algorithms': {}}|algorithms",
        "{'target': 'p', 'algorithms': ['linear']}|algorithms",
        "{'target': 'p', 'algorithms': {'linear': null}}|algorithms.linear",
        "{'target': 'p', 'algorithms': {'linear': {'alpha': null}}}|algorithms.linear.alpha",
        "{'target': 'p', 'split': {'train': 80}}|split.validation",
        "{'target': 'p', 'split': {'train': 99999999999, 'validation': 15, 'test': 15}}|split",
        "{'target': 'p', 'split': {'train': 0.7, 'validation': 15, 'test': 15}}|split.train",
        "{'target': 'p', 'split': '70-30'}|split",
        "{'target': 'p', 'split': '70/20/20'}|split",
        "{'target': 'p', 'filter': {'p': [1]}}|filter.p",
        "{'target': 'p', 'filter': {'p': [1, null]}}|filter.p",
        "{'target': 'p', 'endpoint': {'wieghts': {}}}|endpoint.wieghts",
        "{'target': 'p', 'endpoint': {'weights': {'forest': 1}}}|endpoint.weights.forest",
        "{'target': 'p', 'endpoint': {'weights': {'linear': -1}}}|endpoint.weights.linear",
        "{'target': 'p', 'endpoint': {'rule': 'weighted', 'weights': {'linear': 0, 'xgboost':"
            + " 0}}}|endpoint.weights",
        "{'target': 'p', 'threshold': '3000'}|threshold",
        "{'target': 'p', 'types': {'p': 'category'}}|types.p",
        "{'target': 'p', 'ignore': ['p']}|ignore",
        "{'target': 'p', 'ignore': [1]}|ignore",
        "{'target': 'p', 'quietPeriod': 'PT2H'}|quietPeriod",
        "{'target': 'p', 'scoring': '$'}|scoring",
        "{'target': 'p', 'scoring': {'inputfilter': '$'}}|scoring.inputfilter",
        "{'target': 'p', 'scoring': {'inputFilter': 1}}|scoring.inputFilter",
        "{'target': 'p', 'scoring': {'outputFilter': 'id'}}|scoring.outputFilter",
        "{'target': 'p', 'scoring': {'joinSource': 'input'}}|scoring.joinSource",
        "{'target': 'p', 'scoring': {'maxRejectRate': -0.1}}|scoring.maxRejectRate",
        "{'target': 'p', 'scoring': {'maxRejectRate': '1%'}}|scoring.maxRejectRate",
        "{'target': 'p', 'scoring': {'neutralizeFormulas': 1}}|scoring.neutralizeFormulas",
        "{'target': 'p', 'scoring': {'captureShare': 1.5}}|scoring.captureShare",
        "{'target': 'p', 'monitoring': {'retrainPause': '-PT1S'}}|monitoring.retrainPause",
        "{'target': 'p', 'monitoring': {'labelHorizon': 'P3651D'}}|monitoring.labelHorizon",
        "{'target': 'p', 'monitoring': {'captureRetention': 'P99999999999D'}}"
            + "|monitoring.captureRetention",
        "{'target': 'p', 'monitoring': {'labelKeys': ['id', ' ']}}|monitoring.labelKeys",
        "{'target': 'p', 'monitoring': {'labelKeys': ['id', 'id']}}|monitoring.labelKeys",
        "{'target': 'p', 'monitoring': {'labelKeys': ['id', 'p']}}|monitoring.labelKeys",
        "{'target': 'p', 'version': 'x'}|version",
        "{'target': 'p', 'version': -1}|version"
      })
  void each_mistake_names_its_field(String settings, String field) {
    assertEquals(field, mistakes(settings).getFirst().field());
  }

  @Test
  void durations_of_ten_years_are_the_longest() {
    Project kept = project("{'target': 'p', 'monitoring': {'reportRetention': 'P3650D'}}");
    assertEquals(Duration.ofDays(3_650), kept.monitoring().reportRetention());

    ObjectNode stored = (ObjectNode) Json.toTree(kept.monitoring());
    stored.put("reportRetention", "P3651D");
    assertThrows(JacksonException.class, () -> Json.fromTree(stored, MonitoringSettings.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://example.org/secret", "https:///secret", "https://example.org/ secret"})
  void the_address_of_a_webhook_is_kept_out_of_what_is_said_of_it(String webhook) {
    String settings =
        "{'target': 'p', 'notifications': [{'webhooks': ['%s'], 'on': ['drift']}]}"
            .formatted(webhook);
    assertTrue(mistakes(settings).getFirst().message().contains("http"));
    assertFalse(mistakes(settings).toString().contains("secret"), mistakes(settings)::toString);
  }

  @Test
  void a_project_without_notifications_is_the_same_otherwise() {
    String rest = "'version': 3}";
    Project told =
        project("{'target': 'p', 'notifications': [{'mail': ['a@b.c'], 'on': ['drift']}], " + rest);
    assertEquals(project("{'target': 'p', " + rest), told.withoutNotifications());
  }

  @Test
  void as_an_exception_it_names_every_mistake() {
    OdometerException refusal =
        assertThrows(
            OdometerException.class,
            () -> ProjectSettings.parse(NAME, Json.tree("{\"threshold\": -1}")).orThrow());

    assertEquals(Errors.PROJECT_INVALID, refusal.error());
    assertTrue(refusal.reason().contains("target: "), refusal.reason());
    assertTrue(refusal.reason().contains("threshold: "), refusal.reason());
  }

  private static Project project(String settings) {
    return ProjectSettings.parse(NAME, Json.tree(settings.replace('\'', '"'))).orThrow();
  }

  private static List<Mistake> mistakes(String settings) {
    ProjectSettings read = ProjectSettings.parse(NAME, Json.tree(settings.replace('\'', '"')));
    return assertInstanceOf(ProjectSettings.Invalid.class, read).mistakes();
  }
}
