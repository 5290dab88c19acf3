// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.client;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Looks at an execution until it has ended. */
public final class ExecutionFollower {
  private final ApiClient control;
  private final Patience patience;

  public ExecutionFollower(ApiClient control, Patience patience) {
    this.control = control;
    this.patience = patience;
  }

  /**
   * The execution as it ended well.
   *
   * @param what it is, for messages
   * @param news takes it as it is at each look
   * @throws OdometerException {@code Execution.Failed} with its error and cause
   */
  public JsonNode follow(String what, String id, Consumer<JsonNode> news) {
    JsonNode end =
        patience.await(
            "the end of execution " + id,
            () -> {
              Optional<JsonNode> seen = look(id);
              seen.ifPresent(news);
              return seen.filter(body -> !status(body).equals("RUNNING"));
            });
    if (!status(end).equals("SUCCEEDED")) {
      throw new OdometerException(
          Errors.EXECUTION_FAILED,
          "%s ended as %s: %s, %s"
              .formatted(
                  what,
                  status(end),
                  end.path("error").asString(""),
                  end.path("cause").asString("")));
    }
    return end;
  }

  /** Right after an order was taken, it may not show yet; and who answers may be restarting. */
  private Optional<JsonNode> look(String id) {
    try {
      var answer = control.get("/api/executions/" + id);
      return Optional.of(answer.body()).filter(body -> answer.isOk());
    } catch (OdometerException failure) {
      if (failure.error().equals(Errors.API_UNAVAILABLE)) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  private static String status(JsonNode execution) {
    return execution.path("status").asString("");
  }
}
