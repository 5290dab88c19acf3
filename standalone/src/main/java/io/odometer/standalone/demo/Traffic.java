// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.demo;

import io.odometer.core.json.Json;
import io.odometer.data.Sample;
import io.odometer.standalone.client.ApiClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

/** Asks the endpoint as applications do, one row a request. */
final class Traffic {
  private final Sample sample;
  private final ApiClient api;

  Traffic(Sample sample, ApiClient api) {
    this.sample = sample;
    this.api = api;
  }

  /** A request that was answered, and what the true value turned out to be. */
  record Served(String id, String label) {}

  /** Those that were answered; a row with a cell that nobody can read is refused. */
  List<Served> send(List<SequencedMap<String, String>> rows) {
    List<Served> served = new ArrayList<>();
    String target = sample.settings().path("target").asString();
    for (Map<String, String> row : rows) {
      var record = new LinkedHashMap<>(row);
      String label = Objects.requireNonNullElse(record.remove(target), "");
      var answer = api.post("/endpoints/" + sample.project() + "/predict", Json.toTree(record));
      if (answer.isOk()) {
        served.add(new Served(answer.body().path("requestId").asString(), label));
      } else if (answer.status() != 422) {
        api.required("a prediction", answer);
      }
    }
    return served;
  }
}
