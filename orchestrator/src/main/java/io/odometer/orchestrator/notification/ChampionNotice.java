// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import io.odometer.core.json.Json;
import io.odometer.core.message.SystemEvent;
import io.odometer.core.project.EndpointRule;
import io.odometer.core.project.NotificationKind;
import io.odometer.core.project.ProjectName;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.registry.ModelId;
import io.odometer.orchestrator.notification.Notice.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An endpoint that serves other versions than before. */
final class ChampionNotice {
  private ChampionNotice() {}

  static Notice of(ProjectName project, SystemEvent event) {
    Endpoint endpoint = Json.fromTree(event.data(), Endpoint.class);
    return new Notice(
        NotificationKind.CHAMPION_CHANGED,
        project,
        event.time(),
        endpoint.members().stream()
            .map(member -> member.algorithm() + " " + member.version())
            .collect(Collectors.joining(", ")),
        "Endpoint %s, version %d, answers with %s."
            .formatted(endpoint.name(), endpoint.version(), rule(endpoint)),
        facts(endpoint));
  }

  private static List<Fact> facts(Endpoint endpoint) {
    List<Fact> facts = new ArrayList<>();
    for (ModelId member : endpoint.members()) {
      facts.add(new Fact("Serves", member.toString()));
    }
    facts.add(new Fact("Rule", weighted(endpoint.rule())));
    facts.add(new Fact("Execution", endpoint.execution().value()));
    return facts;
  }

  private static String rule(Endpoint endpoint) {
    return endpoint.members().size() == 1
        ? "one model"
        : "%s of %d models".formatted(endpoint.rule().rule().json(), endpoint.members().size());
  }

  private static String weighted(EndpointRule rule) {
    String weights =
        rule.weights().entrySet().stream()
            .map(weight -> weight.getKey() + " " + Figures.number(weight.getValue()))
            .collect(Collectors.joining(", "));
    return weights.isEmpty() ? rule.rule().json() : rule.rule().json() + ": " + weights;
  }
}
