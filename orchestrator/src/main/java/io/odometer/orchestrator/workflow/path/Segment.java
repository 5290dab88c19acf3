// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow.path;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One step of a path. */
sealed interface Segment {
  void select(JsonNode node, Consumer<JsonNode> found);

  /** Whether it leads to at most one place. */
  default boolean isDefinite() {
    return false;
  }

  /** {@code .name} */
  record Name(String name) implements Segment {
    @Override
    public void select(JsonNode node, Consumer<JsonNode> found) {
      accept(node.get(name), found);
    }

    @Override
    public boolean isDefinite() {
      return true;
    }
  }

  /** {@code [n]}, from the end when negative. */
  record Index(int index) implements Segment {
    @Override
    public void select(JsonNode node, Consumer<JsonNode> found) {
      accept(node.isArray() ? node.get(of(node)) : null, found);
    }

    /** Where it leads in this array; negative if before its beginning. */
    int of(JsonNode array) {
      return index < 0 ? array.size() + index : index;
    }

    @Override
    public boolean isDefinite() {
      return true;
    }
  }

  /** {@code [from:to]}, either end open, from the end when negative. */
  record Slice(@Nullable Integer from, @Nullable Integer to) implements Segment {
    @Override
    public void select(JsonNode node, Consumer<JsonNode> found) {
      if (node.isArray()) {
        int last = to == null ? node.size() : place(to, node.size());
        for (int i = from == null ? 0 : place(from, node.size()); i < last; i++) {
          found.accept(node.get(i));
        }
      }
    }

    private static int place(int index, int size) {
      return Math.clamp(index < 0 ? (long) size + index : index, 0, size);
    }
  }

  /** {@code [*]} */
  record All() implements Segment {
    @Override
    public void select(JsonNode node, Consumer<JsonNode> found) {
      node.values().forEach(found);
    }
  }

  /** {@code [a,b]} */
  record Union(List<Segment> parts) implements Segment {
    @Override
    public void select(JsonNode node, Consumer<JsonNode> found) {
      parts.forEach(part -> part.select(node, found));
    }
  }

  /** {@code ..}: the value and all that is in it, outermost first. */
  record Descent() implements Segment {
    @Override
    public void select(JsonNode node, Consumer<JsonNode> found) {
      found.accept(node);
      node.values().forEach(child -> select(child, found));
    }
  }

  /** {@code [?(…)]} */
  record Filter(Predicate<JsonNode> test) implements Segment {
    @Override
    public void select(JsonNode node, Consumer<JsonNode> found) {
      if (node.isArray()) {
        node.values().stream().filter(test).forEach(found);
      } else if (test.test(node)) {
        found.accept(node);
      }
    }
  }

  private static void accept(@Nullable JsonNode node, Consumer<JsonNode> found) {
    if (node != null) {
      found.accept(node);
    }
  }
}
