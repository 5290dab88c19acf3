// SPDX-License-Identifier: Apache-2.0
package io.odometer.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.odometer.core.scoring.ScoringObjects;
import io.odometer.core.store.ObjectKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** One dropped file on its way. */
final class Scoring {
  private final Surroundings surroundings;
  private final ObjectKey input;

  Scoring(Surroundings surroundings, ObjectKey input) {
    this.surroundings = surroundings;
    this.input = input;
  }

  ObjectKey input() {
    return input;
  }

  List<JsonNode> executions() {
    return surroundings.executions(input);
  }

  /** Until the newest execution is so far, or has ended. */
  JsonNode await(String what, Predicate<JsonNode> reached) {
    return Await.found(
        what + " of " + input,
        () -> newest().filter(execution -> reached.test(execution) || hasEnded(execution)));
  }

  /** Until the newest execution has ended. */
  JsonNode awaitEnd() {
    return await("the end", Scoring::hasEnded);
  }

  private Optional<JsonNode> newest() {
    return executions().stream().findFirst();
  }

  static boolean hasEnded(JsonNode execution) {
    return !execution.path("status").asString().equals("RUNNING");
  }

  /** Whether a state of that name is at work. */
  static Predicate<JsonNode> runs(String state) {
    return execution -> states(execution, state, "RUNNING") > 0;
  }

  /** Whether so many ranges have been scored. */
  static Predicate<JsonNode> ranges(long count) {
    return execution -> scoredRanges(execution) >= count;
  }

  static long scoredRanges(JsonNode execution) {
    return states(execution, "Score", "SUCCEEDED");
  }

  private static long states(JsonNode execution, String name, String status) {
    return execution
        .path("states")
        .valueStream()
        .filter(state -> state.path("path").asString().endsWith("/" + name))
        .filter(state -> state.path("status").asString().equals(status))
        .count();
  }

  boolean hasOutput() {
    return has(ScoringObjects.output(Surroundings.PROJECT, input));
  }

  boolean hasManifest() {
    return has(ScoringObjects.manifest(Surroundings.PROJECT, input));
  }

  private boolean has(ObjectKey key) {
    return surroundings.store().find(key).isPresent();
  }

  /** Its one execution has succeeded; what it has published. */
  ScoredFile succeeded() {
    JsonNode end = awaitEnd();
    String why = "%s: %s".formatted(end.path("error").asString(""), end.path("cause").asString(""));
    assertEquals("SUCCEEDED", end.path("status").asString(), why);
    assertEquals(1, executions().size(), "executions about " + input);
    return ScoredFile.read(surroundings.store(), input);
  }
}
