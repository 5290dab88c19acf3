// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.demo;

import io.odometer.core.json.Json;
import io.odometer.standalone.client.ApiClient;
import io.odometer.standalone.client.Patience;
import java.io.PrintStream;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Asks an endpoint what it wants to know, and then asks it for a prediction. */
final class Prediction {
  private final ApiClient control;
  private final ApiClient api;
  private final Patience patience;
  private final PrintStream out;

  Prediction(ApiClient control, ApiClient api, Patience patience, PrintStream out) {
    this.control = control;
    this.api = api;
    this.patience = patience;
    this.out = out;
  }

  void show(String endpoint) {
    JsonNode wanted =
        control.required("the endpoint's state", control.get("/api/endpoints/" + endpoint));
    JsonNode serving =
        patience.await(
            "the inference API to load the new models",
            () -> serving(endpoint, wanted.path("version").asLong()));
    String path = "/endpoints/" + endpoint + "/predict";
    JsonNode answer = api.required("a prediction", api.post(path, serving.path("example")));
    out.printf("%nAsk for a prediction:%n%n  %s%n", serving.path("curl").asString());
    out.printf("%nIts answer:%n%n");
    Json.pretty(answer).lines().map(line -> "  " + line).forEach(out::println);
  }

  private Optional<JsonNode> serving(String endpoint, long version) {
    var answer = api.get("/endpoints/" + endpoint);
    return Optional.of(answer.body())
        .filter(body -> answer.isOk())
        .filter(body -> body.path("version").asLong() >= version);
  }
}
