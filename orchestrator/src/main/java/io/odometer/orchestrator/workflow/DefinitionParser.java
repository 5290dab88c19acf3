// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a whole definition and gathers what is wrong with it. */
final class DefinitionParser {
  private static final long MOST_SECONDS = 99_999_999;

  private final String name;
  private final List<String> mistakes = new ArrayList<>();

  DefinitionParser(String name) {
    this.name = name;
  }

  Definition parse(JsonNode json) {
    Definition definition = read(json);
    if (definition == null || !mistakes.isEmpty()) {
      throw new OdometerException(
          Errors.WORKFLOW_INVALID, "workflow " + name + ": " + String.join("; ", mistakes));
    }
    return definition;
  }

  private @Nullable Definition read(JsonNode json) {
    try {
      Fields fields = new Fields("top level", json);
      fields.findText("Version").filter(version -> !version.equals("1.0")).ifPresent(fields::fail);
      Long timeout = fields.findWhole("TimeoutSeconds", 1, MOST_SECONDS).orElse(null);
      fields
          .findText("QueryLanguage")
          .filter(language -> !language.equals("JSONPath"))
          .ifPresent(language -> fields.fail("not supported: QueryLanguage " + language));
      return new Definition(name, timeout, chain(fields));
    } catch (InvalidField e) {
      mistakes.add(e.reason());
      return null;
    }
  }

  private Chain chain(Fields fields) {
    String startAt = fields.text("StartAt");
    Map<String, State> states = new LinkedHashMap<>();
    fields.get("States").forEachEntry((state, json) -> readState(state, json, states));
    fields.end();
    Set<String> broken = new HashSet<>(fields.get("States").propertyNames());
    broken.removeAll(states.keySet());
    if (broken.isEmpty()) {
      check(fields, startAt, states);
    }
    return new Chain(startAt, states);
  }

  private void readState(String state, JsonNode json, Map<String, State> states) {
    try {
      states.put(state, new StateParser(new Fields(state, json), this::chain).parse());
    } catch (InvalidField e) {
      mistakes.add(e.reason());
    }
  }

  private void check(Fields fields, String startAt, Map<String, State> states) {
    if (!states.containsKey(startAt)) {
      mistakes.add(fields.place() + ": StartAt names no state: " + startAt);
      return;
    }
    states.forEach(
        (from, state) ->
            targets(state)
                .filter(target -> !states.containsKey(target))
                .forEach(target -> mistakes.add(from + ": goes to no state: " + target)));
    Set<String> unreachable = new HashSet<>(states.keySet());
    unreachable.removeAll(reachable(startAt, states));
    unreachable.stream().sorted().forEach(state -> mistakes.add(state + ": cannot be reached"));
  }

  private static Set<String> reachable(String startAt, Map<String, State> states) {
    Set<String> seen = new HashSet<>(Set.of(startAt));
    Deque<String> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      State state = states.get(open.pop());
      if (state != null) {
        targets(state).filter(seen::add).forEach(open::push);
      }
    }
    return seen;
  }

  private static Stream<String> targets(State state) {
    Stream<String> rules =
        state instanceof State.Choice choice
            ? choice.rules().stream().map(State.Rule::next)
            : Stream.of();
    return Stream.of(
            Stream.ofNullable(state.next()), state.catchers().stream().map(Catcher::next), rules)
        .flatMap(targets -> targets)
        .filter(Objects::nonNull);
  }
}
