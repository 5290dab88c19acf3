// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import io.odometer.orchestrator.workflow.expression.Scope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** What the branches of a Parallel or Map state are; the same whenever it is made again. */
sealed interface Plan {
  int size();

  int atOnce();

  Place place(int index);

  JsonNode input(int index);

  static Plan of(Station station, Execution execution) {
    Scope raw = station.scope(execution, null);
    return switch (station.state()) {
      case State.Parallel parallel ->
          new Fork(station, parallel.branches().size(), parallel.flow().effective(raw));
      case State.Map map -> {
        JsonNode selected = map.flow().selected(raw);
        Scope scope = raw.withInput(selected);
        yield new Loop(
            station,
            execution,
            map.items(),
            selected,
            map.items().atOnce(scope),
            map.items().items(scope));
      }
      default -> throw new IllegalStateException("no branches in " + station.path());
    };
  }

  /** Every branch gets the same input. */
  record Fork(Station station, int size, JsonNode effective) implements Plan {
    @Override
    public int atOnce() {
      return size;
    }

    @Override
    public Place place(int index) {
      return station.place().branch(station.frame().state(), index);
    }

    @Override
    public JsonNode input(int index) {
      return effective;
    }
  }

  /** Every iteration gets an item, or what the ItemSelector makes of it. */
  record Loop(
      Station station,
      Execution execution,
      Items spec,
      JsonNode selected,
      int atOnce,
      ArrayNode items)
      implements Plan {
    @Override
    public int size() {
      return items.size();
    }

    @Override
    public Place place(int index) {
      return station.place().iteration(station.frame().state(), index, items.get(index));
    }

    @Override
    public JsonNode input(int index) {
      Scope scope =
          new Scope(
              selected, () -> ContextObject.of(execution, station.frame(), place(index), null));
      return spec.input(scope, items.get(index));
    }
  }
}
