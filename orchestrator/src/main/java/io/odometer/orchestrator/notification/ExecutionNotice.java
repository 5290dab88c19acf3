// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import io.odometer.core.message.SystemEvent;
import io.odometer.core.project.NotificationKind;
import io.odometer.core.project.ProjectName;
import io.odometer.orchestrator.notification.Notice.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** An execution that ended. */
final class ExecutionNotice {
  private ExecutionNotice() {}

  static Notice of(NotificationKind kind, ProjectName project, SystemEvent event) {
    JsonNode data = event.data();
    String name = data.path("name").asString("");
    String workflow = data.path("workflow").asString("");
    String status = data.path("status").asString("");
    Optional<String> error = data.path("error").stringValueOpt();
    return new Notice(
        kind,
        project,
        event.time(),
        "%s %s%s".formatted(workflow, name, error.map(named -> ", " + named).orElse("")),
        "The execution %s of %s is %s.".formatted(name, workflow, status),
        facts(data, error));
  }

  private static List<Fact> facts(JsonNode data, Optional<String> error) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Execution", data.path("name").asString("")));
    facts.add(new Fact("Id", data.path("id").asString("")));
    facts.add(new Fact("Workflow", data.path("workflow").asString("")));
    facts.add(new Fact("Status", data.path("status").asString("")));
    error.ifPresent(named -> facts.add(new Fact("Error", named)));
    data.path("cause").stringValueOpt().ifPresent(cause -> facts.add(new Fact("Cause", cause)));
    duration(data).ifPresent(took -> facts.add(new Fact("Took", Figures.duration(took))));
    return facts;
  }

  private static Optional<Duration> duration(JsonNode data) {
    return time(data, "startedAt")
        .flatMap(began -> time(data, "stoppedAt").map(ended -> Duration.between(began, ended)));
  }

  private static Optional<Instant> time(JsonNode data, String field) {
    return data.path(field).stringValueOpt().map(Instant::parse);
  }
}
