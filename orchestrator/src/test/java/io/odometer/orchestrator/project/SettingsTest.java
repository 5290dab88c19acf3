// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.odometer.core.error.Errors;
import io.odometer.core.execution.ExecutionId;
import io.odometer.core.project.Algorithm;
import io.odometer.core.project.CombinationRule;
import io.odometer.core.project.EndpointRule;
import io.odometer.core.project.Project;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.training.Gate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private final ProjectStory story = new ProjectStory();

  private static Project with(EndpointRule rule) {
    Project plain = ProjectStory.settings();
    return new Project(
        plain.name(),
        plain.target(),
        plain.algorithms(),
        plain.split(),
        plain.filter(),
        rule,
        plain.threshold(),
        plain.types(),
        plain.ignore(),
        plain.quietPeriod(),
        plain.scoring(),
        plain.monitoring(),
        plain.notifications(),
        0);
  }

  private static final Project MEAN = with(new EndpointRule(CombinationRule.MEAN, Map.of()));

  private long stored() {
    return assertInstanceOf(ControlReply.ProjectStored.class, story.reply()).project().version();
  }

  @Test
  void the_version_rises_with_every_change_and_only_then() {
    story.created();
    assertEquals(1, stored());

    story.created();
    assertEquals(1, stored());

    story.tell(new SettingsPut("again", MEAN));
    assertEquals(2, stored());
    assertEquals(
        List.of(1L, 2L),
        story.only(ProjectEffect.StoreProject.class).stream()
            .map(effect -> effect.project().version())
            .toList());
    assertEquals(List.of("project.created", "project.updated"), story.events());
  }

  @Test
  void settings_meant_for_another_version_are_refused() {
    story.created().tell(new SettingsPut("second", MEAN.withVersion(1)));
    assertEquals(2, stored());

    story.tell(new SettingsPut("late", ProjectStory.settings().withVersion(1)));
    assertEquals(
        Errors.PROJECT_CONFLICT,
        assertInstanceOf(ControlReply.Refused.class, story.reply()).error());
    assertEquals(
        CombinationRule.MEAN,
        story.only(ProjectEffect.StoreProject.class).getLast().project().endpoint().rule());
  }

  @Test
  void the_endpoint_follows_a_change_of_its_rule() {
    story
        .created()
        .deploys(
            new ExecutionId("e1"),
            0,
            ProjectStory.model(Algorithm.XGBOOST, "1", Gate.ACCEPTED, 10));

    story.tell(new SettingsPut("rule", MEAN));
    Endpoint endpoint = story.only(ProjectEffect.StoreEndpoint.class).getLast().endpoint();
    assertEquals(2, endpoint.version());
    assertEquals(CombinationRule.MEAN, endpoint.rule().rule());
    assertEquals(1, endpoint.members().size());
    assertEquals("endpoint.updated", story.events().getLast());
  }

  @Test
  void other_changes_leave_the_endpoint_alone() {
    story
        .created()
        .deploys(
            new ExecutionId("e1"),
            0,
            ProjectStory.model(Algorithm.XGBOOST, "1", Gate.ACCEPTED, 10));

    Project plain = ProjectStory.settings();
    story.tell(
        new SettingsPut(
            "quiet",
            new Project(
                plain.name(),
                "mileage",
                plain.algorithms(),
                plain.split(),
                plain.filter(),
                plain.endpoint(),
                plain.threshold(),
                plain.types(),
                plain.ignore(),
                plain.quietPeriod(),
                plain.scoring(),
                plain.monitoring(),
                plain.notifications(),
                0)));
    assertEquals(1, story.only(ProjectEffect.StoreEndpoint.class).size());
  }
}
