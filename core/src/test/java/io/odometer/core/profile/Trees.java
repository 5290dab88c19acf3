// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.odometer.core.json.Json;
import java.io.InputStream;
import java.util.Objects;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Compares JSON with samples of SageMaker's files, whose numbers are rounded. */
public final class Trees {
  private static final double ROUNDED = 1e-4;

  private Trees() {}

  public static JsonNode sample(Class<?> test, String name) {
    InputStream stream = Objects.requireNonNull(test.getResourceAsStream(name), name);
    return Json.tree(Json.text(Json.read(stream, JsonNode.class)));
  }

  /** The same members, the same text, nearly the same numbers; what is ours is passed over. */
  public static void assertSame(JsonNode expected, JsonNode actual) {
    assertSame("$", expected, actual);
  }

  private static void assertSame(String path, JsonNode expected, JsonNode actual) {
    switch (expected) {
      case ObjectNode object -> {
        TreeSet<String> names = new TreeSet<>(actual.propertyNames());
        names.remove("odometer");
        assertEquals(new TreeSet<>(object.propertyNames()), names, path);
        names.forEach(name -> assertSame(path + "." + name, object.path(name), actual.path(name)));
      }
      case ArrayNode list -> {
        assertEquals(list.size(), actual.size(), path);
        for (int i = 0; i < list.size(); i++) {
          assertSame(path + "[" + i + "]", list.get(i), actual.get(i));
        }
      }
      case JsonNode value when value.isNumber() ->
          assertEquals(value.asDouble(), actual.asDouble(), ROUNDED, path);
      default -> assertEquals(expected, actual, path);
    }
  }
}
