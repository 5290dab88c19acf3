// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A path into a JSON value: {@code $}, {@code .name}, {@code ['name']}, {@code [n]}, {@code [-n]},
 * {@code [a:b]}, {@code [a,b]}, {@code [*]}, {@code ..name}, {@code [?(@.name == 1)]}.
 *
 * <p>A definite path names one place and may find nothing there. Any other gives an array of all
 * that it finds, empty if that is nothing.
 */
public record JsonPath(String text, List<Segment> segments) {
  public JsonPath {
    segments = List.copyOf(segments);
  }

  /**
   * Reads a path that begins with {@code $}.
   *
   * @throws IllegalArgumentException if it is no path, or one of a kind not supported; the message
   *     names the path
   */
  public static JsonPath parse(String text) {
    return new JsonPath(text, new PathParser(text, '$').parse());
  }

  public boolean isDefinite() {
    return segments.stream().allMatch(Segment::isDefinite);
  }

  public Optional<JsonNode> read(JsonNode root) {
    List<JsonNode> found = select(root);
    if (isDefinite()) {
      return found.stream().findFirst();
    }
    return Optional.of(JsonNodeFactory.instance.arrayNode().addAll(found));
  }

  List<JsonNode> select(JsonNode root) {
    List<JsonNode> found = List.of(root);
    for (Segment segment : segments) {
      List<JsonNode> next = new ArrayList<>();
      found.forEach(node -> segment.select(node, next::add));
      found = next;
    }
    return found;
  }

  @Override
  public String toString() {
    return text;
  }
}
