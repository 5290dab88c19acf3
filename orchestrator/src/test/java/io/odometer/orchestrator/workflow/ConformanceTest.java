// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.json.Json;
import io.odometer.orchestrator.workflow.Command.ScheduleTask;
import io.odometer.orchestrator.workflow.Recording.TaskOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Executions recorded on AWS Step Functions end here as they ended there. */
final class ConformanceTest {
  /** All that were recorded of JSONPath workflows, but one that is too large to keep. */
  private static final int RECORDINGS = 470;

  @Test
  void no_recording_is_lost() {
    assertEquals(RECORDINGS, Recording.all().size());
  }

  @TestFactory
  Stream<DynamicTest> ends_as_recorded() {
    return Recording.all().stream()
        .map(recording -> DynamicTest.dynamicTest(recording.id(), () -> check(recording)));
  }

  private static void check(Recording recording) {
    JsonNode input = recording.input().isNull() ? Json.object() : recording.input();
    Drive drive = new Drive(Definition.parse("recorded", ours(recording.definition())), input);
    List<TaskOutcome> outcomes =
        new ArrayList<>(Objects.requireNonNullElse(recording.replay(), List.<TaskOutcome>of()));
    while (drive.isRunning()) {
      goOn(drive, outcomes);
    }
    Recording.Expected expected = recording.expected();
    Execution execution = drive.execution();
    assertEquals(expected.status(), execution.status().name(), () -> "cause: " + execution.cause());
    assertEquals(name(expected.error()), name(execution.error()));
    checkCause(expected.cause(), execution.cause());
    assertEquals(normal(expected.output()), normal(execution.output()), () -> Json.text(recording));
    if (recording.path() != null) {
      assertEquals(recording.path(), drive.entered());
    }
  }

  /** Answers a task as recorded, or lets time pass. */
  private static void goOn(Drive drive, List<TaskOutcome> outcomes) {
    if (drive.tasks().isEmpty()) {
      drive.fireNext();
      return;
    }
    ScheduleTask task = drive.tasks().getFirst();
    TaskOutcome outcome =
        outcomes.stream()
            .filter(each -> each.state().equals(task.state()))
            .findFirst()
            .orElseThrow();
    outcomes.remove(outcome);
    if (outcome.ok()) {
      drive.succeed(task, outcome.output() == null ? NullNode.getInstance() : outcome.output());
    } else if ("States.Timeout".equals(outcome.error())) {
      drive.beat(task, "{}").fireNext();
    } else {
      drive.fail(task, String.valueOf(name(outcome.error())), cause(outcome.cause()));
    }
  }

  private static String cause(@Nullable JsonNode cause) {
    return cause == null ? "" : cause.isString() ? cause.stringValue() : Json.text(cause);
  }

  /** Workers of ours give names of a fixed shape. */
  private static @Nullable String name(@Nullable String error) {
    return error == null ? null : error.replace(' ', '.');
  }

  /** Resources of ours look different. */
  private static JsonNode ours(JsonNode json) {
    return switch (json) {
      case ObjectNode object -> {
        ObjectNode copy = Json.object();
        object.forEachEntry((name, value) -> copy.set(name, ours(value)));
        if (object.path("Type").asString("").equals("Task")) {
          copy.put("Resource", "urn:odometer:test:task");
        }
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = array.arrayNode();
        array.values().forEach(item -> copy.add(ours(item)));
        yield copy;
      }
      default -> json;
    };
  }

  /** An input that a cause quotes was not recorded. */
  private static void checkCause(@Nullable JsonNode expected, @Nullable String actual) {
    if (expected != null && expected.isString()) {
      String pattern =
          Stream.of(expected.stringValue().split("<json-input:\\d+>", -1))
              .map(Pattern::quote)
              .collect(Collectors.joining(".*"));
      assertTrue(
          Pattern.compile(pattern, Pattern.DOTALL).matcher(String.valueOf(actual)).matches(),
          () -> "expected cause: " + expected.stringValue() + "\nbut was: " + actual);
    }
  }

  /** The recordings hold strings that look like JSON as JSON, and know one kind of number. */
  private static JsonNode normal(@Nullable JsonNode json) {
    return switch (json) {
      case null -> NullNode.getInstance();
      case ObjectNode object -> {
        ObjectNode copy = Json.object();
        object.forEachEntry((name, value) -> copy.set(name, normal(value)));
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = array.arrayNode();
        array.values().forEach(item -> copy.add(normal(item)));
        yield copy;
      }
      case StringNode string -> parsed(string);
      default ->
          json.isNumber()
              ? StringNode.valueOf(json.decimalValue().stripTrailingZeros().toPlainString())
              : json;
    };
  }

  private static JsonNode parsed(StringNode string) {
    try {
      JsonNode json = Json.tree(string.stringValue());
      return json.isMissingNode() ? string : normal(json);
    } catch (JacksonException e) {
      return string;
    }
  }
}
