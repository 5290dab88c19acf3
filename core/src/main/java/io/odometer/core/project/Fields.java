// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.project;

import io.odometer.core.error.DidYouMean;
import io.odometer.core.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one JSON object, read one by one; what is wrong is noted with the field's path
 * instead of thrown, so that reading goes on and finds the next mistake. A null counts as absent.
 */
final class Fields {
  private final String path;
  private final JsonNode object;
  private final List<Mistake> mistakes;

  private Fields(String path, JsonNode object, List<Mistake> mistakes) {
    this.path = path;
    this.object = object;
    this.mistakes = mistakes;
  }

  static Fields root(JsonNode object, List<Mistake> mistakes) {
    return new Fields("", object, mistakes);
  }

  void refuseUnknown(List<String> known) {
    for (String name : object.propertyNames()) {
      if (!known.contains(name)) {
        mistake(name, "there is no such setting; " + DidYouMean.hint(name, known));
      }
    }
  }

  /** Notes what is wrong with a field, or with this object itself if the name is empty. */
  void mistake(String name, String message) {
    String field =
        name.isEmpty() && !path.isEmpty() ? path.substring(0, path.length() - 1) : path + name;
    mistakes.add(new Mistake(field, message));
  }

  Optional<JsonNode> value(String name) {
    JsonNode value = object.get(name);
    return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  /** The text of a field, or nothing, with the mistake noted if it is something else. */
  Optional<String> text(String name) {
    return value(name)
        .filter(value -> expect(value.isString(), name, "is text", value))
        .map(JsonNode::stringValue);
  }

  Optional<Double> number(String name) {
    return value(name)
        .filter(value -> expect(isFinite(value), name, "is a number", value))
        .map(JsonNode::doubleValue);
  }

  Optional<Long> integer(String name) {
    return value(name)
        .filter(value -> expect(isLong(value), name, "is a whole number", value))
        .map(JsonNode::longValue);
  }

  Optional<Boolean> flag(String name) {
    return value(name)
        .filter(value -> expect(value.isBoolean(), name, "is true or false", value))
        .map(JsonNode::booleanValue);
  }

  Optional<Fields> object(String name) {
    return value(name)
        .filter(value -> expect(value.isObject(), name, "is an object", value))
        .map(value -> new Fields(path + name + ".", value, mistakes));
  }

  /** The objects of a list. */
  List<Fields> objects(String name) {
    List<Fields> objects = new ArrayList<>();
    JsonNode list =
        value(name)
            .filter(value -> expect(value.isArray(), name, "is a list of objects", value))
            .orElseGet(Json.mapper()::createArrayNode);
    for (int i = 0; i < list.size(); i++) {
      String item = "%s[%d]".formatted(name, i);
      if (expect(list.get(i).isObject(), item, "is an object", list.get(i))) {
        objects.add(new Fields(path + item + ".", list.get(i), mistakes));
      }
    }
    return objects;
  }

  /** Each field of this object by the reader, without those that it had to leave out. */
  <T> Map<String, T> each(BiFunction<Fields, String, Optional<T>> reader) {
    Map<String, T> read = new LinkedHashMap<>();
    for (String name : object.propertyNames()) {
      reader.apply(this, name).ifPresent(value -> read.put(name, value));
    }
    return read;
  }

  /** The texts of a list. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    value(name)
        .filter(value -> expect(value.isArray(), name, "is a list of texts", value))
        .ifPresent(
            list ->
                list.forEach(
                    item -> {
                      if (expect(item.isString(), name, "is a list of texts", item)) {
                        texts.add(item.stringValue());
                      }
                    }));
    return texts;
  }

  /** What the record's own check says becomes the field's mistake. */
  <T> Optional<T> checked(String name, Supplier<T> made) {
    try {
      return Optional.of(made.get());
    } catch (IllegalArgumentException refusal) {
      mistake(name, String.valueOf(refusal.getMessage()));
      return Optional.empty();
    }
  }

  /** The condition; notes the mistake when it does not hold. */
  boolean holds(boolean condition, String name, String message) {
    if (!condition) {
      mistake(name, message);
    }
    return condition;
  }

  private boolean expect(boolean condition, String name, String wanted, JsonNode value) {
    return holds(condition, name, wanted + ", not " + shortened(value));
  }

  static boolean isFinite(JsonNode value) {
    return value.isNumber() && Double.isFinite(value.doubleValue());
  }

  private static boolean isLong(JsonNode value) {
    return value.isIntegralNumber() && value.canConvertToLong();
  }

  private static String shortened(JsonNode value) {
    String text = value.toString();
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
