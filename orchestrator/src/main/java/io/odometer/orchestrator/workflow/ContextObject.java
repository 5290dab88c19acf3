// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import io.odometer.core.json.Json;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code $$} shows. */
final class ContextObject {
  private ContextObject() {}

  static JsonNode of(Execution execution, Frame frame, Place place, @Nullable String token) {
    ObjectNode context = Json.object();
    context
        .putObject("Execution")
        .put("Id", execution.id().value())
        .put("Name", execution.name())
        .put("StartTime", execution.startedAt().truncatedTo(ChronoUnit.MILLIS).toString())
        .set("Input", execution.input());
    context
        .putObject("StateMachine")
        .put("Id", execution.workflow())
        .put("Name", execution.workflow());
    context
        .putObject("State")
        .put("Name", frame.state())
        .put("EnteredTime", frame.enteredAt().truncatedTo(ChronoUnit.MILLIS).toString())
        .put("RetryCount", Math.max(0, frame.attempts() - 1));
    if (token != null) {
      context.putObject("Task").put("Token", token);
    }
    Place.Item item = place.item();
    if (item != null) {
      ObjectNode shown = Json.object().put("Index", item.index());
      context.putObject("Map").set("Item", shown.set("Value", item.value()));
    }
    return context;
  }
}
