// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow.path;

import io.odometer.orchestrator.workflow.path.Segment.Index;
import io.odometer.orchestrator.workflow.path.Segment.Name;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A path of names and indexes only, where a value can be put. */
public record ReferencePath(JsonPath path) {
  /**
   * Reads a path that begins with {@code $}.
   *
   * @throws IllegalArgumentException if it is no such path
   */
  public static ReferencePath parse(String text) {
    JsonPath path = JsonPath.parse(text);
    if (!path.isDefinite()) {
      throw new IllegalArgumentException(
          "not a path of names and indexes only, which is wanted here: '" + text + "'");
    }
    return new ReferencePath(path);
  }

  /**
   * The tree with the value in that place; the tree given is left as it is. Missing objects on the
   * way are made. Empty if something on the way is in the way: a value that is no object, or an
   * index that an array does not have.
   */
  public Optional<JsonNode> write(JsonNode root, JsonNode value) {
    return Optional.ofNullable(write(path.segments(), root, value));
  }

  private static @Nullable JsonNode write(
      List<Segment> segments, @Nullable JsonNode node, JsonNode value) {
    if (segments.isEmpty()) {
      return value;
    }
    List<Segment> rest = segments.subList(1, segments.size());
    return switch (segments.getFirst()) {
      case Name(String name) -> writeName(name, rest, node, value);
      case Index index -> writeIndex(index, rest, node, value);
      default -> throw new IllegalStateException("not a reference path");
    };
  }

  private static @Nullable JsonNode writeName(
      String name, List<Segment> rest, @Nullable JsonNode node, JsonNode value) {
    if (node != null && !node.isObject()) {
      return null;
    }
    JsonNode child = write(rest, node == null ? null : node.get(name), value);
    if (child == null) {
      return null;
    }
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    if (node instanceof ObjectNode object) {
      copy.setAll(object);
    }
    return copy.set(name, child);
  }

  private static @Nullable JsonNode writeIndex(
      Index index, List<Segment> rest, @Nullable JsonNode node, JsonNode value) {
    if (!(node instanceof ArrayNode array)) {
      return null;
    }
    int at = index.of(array);
    JsonNode child = at < 0 || at >= array.size() ? null : write(rest, array.get(at), value);
    return child == null ? null : JsonNodeFactory.instance.arrayNode().addAll(array).set(at, child);
  }
}
