// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import io.odometer.core.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An execution recorded on AWS Step Functions. */
record Recording(
    String id,
    JsonNode definition,
    JsonNode input,
    Expected expected,
    @Nullable List<String> path,
    @Nullable List<TaskOutcome> replay) {

  /** How it ended. */
  record Expected(
      String status, @Nullable JsonNode output, @Nullable String error, @Nullable JsonNode cause) {}

  /** How one of its tasks ended. */
  record TaskOutcome(
      String state,
      boolean ok,
      @Nullable JsonNode output,
      @Nullable String error,
      @Nullable JsonNode cause) {}

  static List<Recording> all() {
    var stream =
        Objects.requireNonNull(Recording.class.getResourceAsStream("/asl-conformance/cases.jsonl"));
    try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return lines.lines().map(line -> Json.read(line, Recording.class)).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
