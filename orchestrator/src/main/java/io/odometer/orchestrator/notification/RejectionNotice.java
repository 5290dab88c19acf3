// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import io.odometer.core.message.SystemEvent;
import io.odometer.core.project.NotificationKind;
import io.odometer.core.project.ProjectName;
import io.odometer.orchestrator.notification.Notice.Fact;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A trained version that does not serve, with its RMSE and the one that it had to beat. */
final class RejectionNotice {
  private RejectionNotice() {}

  static Notice of(ProjectName project, SystemEvent event) {
    JsonNode data = event.data();
    return new Notice(
        NotificationKind.MODEL_REJECTED,
        project,
        event.time(),
        headline(data),
        "%s was trained and is not deployed: %s."
            .formatted(data.path("model").asString(""), data.path("reason").asString("")),
        facts(data));
  }

  private static String headline(JsonNode data) {
    String candidate = "RMSE " + rmse(data, "rmse");
    if (data.path("gate").asString("").equals("above-threshold")) {
      return candidate + ", the threshold is " + rmse(data, "threshold");
    }
    return data.path("championRmse").isNumber()
        ? candidate + ", the champion has " + rmse(data, "championRmse")
        : candidate;
  }

  private static List<Fact> facts(JsonNode data) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Rejected version", data.path("model").asString("")));
    facts.add(new Fact("Its RMSE", rmse(data, "rmse")));
    if (data.path("championRmse").isNumber()) {
      facts.add(new Fact("Champion", data.path("champion").asString("")));
      facts.add(new Fact("Its RMSE on the same rows", rmse(data, "championRmse")));
    }
    if (data.path("threshold").isNumber()) {
      facts.add(new Fact("Threshold", rmse(data, "threshold")));
    }
    facts.add(new Fact("Reason", data.path("reason").asString("")));
    facts.add(new Fact("Execution", data.path("execution").asString("")));
    return facts;
  }

  private static String rmse(JsonNode data, String field) {
    return data.path(field).isNumber() ? Figures.number(data.path(field).asDouble()) : "unknown";
  }
}
