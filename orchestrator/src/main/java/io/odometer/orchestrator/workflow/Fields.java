// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import io.odometer.orchestrator.workflow.expression.Expression;
import io.odometer.orchestrator.workflow.expression.Lookup;
import io.odometer.orchestrator.workflow.expression.Template;
import io.odometer.orchestrator.workflow.path.ReferencePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One object of a definition, read field by field; at the end, fields that nobody asked for are
 * mistakes.
 */
final class Fields {
  private final String place;
  private final ObjectNode object;
  private final Set<String> read = new HashSet<>(Set.of("Comment"));

  Fields(String place, JsonNode json) {
    this.place = place;
    this.object = json instanceof ObjectNode node ? node : fail(place, "must be an object");
  }

  String place() {
    return place;
  }

  boolean has(String field) {
    return object.has(field);
  }

  @Nullable JsonNode find(String field) {
    read.add(field);
    return object.get(field);
  }

  JsonNode get(String field) {
    JsonNode value = find(field);
    return value == null ? fail(place, field + " is missing") : value;
  }

  String text(String field) {
    JsonNode value = get(field);
    return value.isString() ? value.stringValue() : fail(place, field + " must be a string");
  }

  Optional<String> findText(String field) {
    return object.has(field) ? Optional.of(text(field)) : Optional.empty();
  }

  boolean flag(String field) {
    JsonNode value = get(field);
    return value.isBoolean() ? value.booleanValue() : fail(place, field + " must be true or false");
  }

  Optional<Long> findWhole(String field, long least, long most) {
    JsonNode value = find(field);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isIntegralNumber() || value.doubleValue() < least || value.doubleValue() > most) {
      return fail(place, field + " must be a whole number from " + least + " to " + most);
    }
    return Optional.of(value.longValue());
  }

  Optional<Double> findNumber(String field, double least) {
    JsonNode value = find(field);
    if (value == null) {
      return Optional.empty();
    }
    return value.isNumber() && value.doubleValue() >= least
        ? Optional.of(value.doubleValue())
        : fail(place, field + " must be a number of at least " + least);
  }

  List<String> texts(String field) {
    JsonNode value = get(field);
    if (!value.isArray()
        || value.isEmpty()
        || !value.values().stream().allMatch(JsonNode::isString)) {
      return fail(place, field + " must be a list of strings, at least one");
    }
    return value.values().stream().map(JsonNode::stringValue).toList();
  }

  Lookup lookup(String field) {
    return parse(field, text -> Lookup.parse(text, field));
  }

  Expression expression(String field) {
    return parse(field, text -> Expression.parse(text, field));
  }

  ReferencePath reference(String field) {
    return parse(field, ReferencePath::parse);
  }

  @Nullable Template template(String field) {
    JsonNode value = find(field);
    try {
      return value == null ? null : Template.parse(value);
    } catch (IllegalArgumentException e) {
      return fail(place, field + ": " + e.getMessage());
    }
  }

  <T> T parse(String field, Function<String, T> parser) {
    String text = text(field);
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      return fail(place, field + ": " + e.getMessage());
    }
  }

  /** The objects of a list; an absent field is an empty list. */
  Stream<Fields> list(String field) {
    JsonNode value = find(field);
    if (value == null) {
      return Stream.of();
    }
    if (!value.isArray()) {
      return fail(place, field + " must be a list");
    }
    List<Fields> items = new ArrayList<>();
    value.values().forEach(item -> items.add(new Fields(at(field, items.size()), item)));
    return items.stream();
  }

  private String at(String field, int index) {
    return place + "." + field + "[" + index + "]";
  }

  /** The fields not read so far. */
  List<String> rest() {
    return object.propertyNames().stream().filter(name -> !read.contains(name)).toList();
  }

  /** Only one of these may be there. */
  void onlyOneOf(String... names) {
    List<String> present = Stream.of(names).filter(object::has).toList();
    if (present.size() > 1) {
      fail(place, "only one of " + String.join(", ", present) + " may be given");
    }
  }

  void end() {
    List<String> rest = rest();
    if (!rest.isEmpty()) {
      fail(place, "not supported: " + String.join(", ", rest));
    }
  }

  /** Never returns; the type is for the caller's convenience. */
  @SuppressWarnings("TypeParameterUnusedInFormals")
  <T> T fail(String what) {
    return fail(place, what);
  }

  @SuppressWarnings("TypeParameterUnusedInFormals")
  private static <T> T fail(String place, String what) {
    throw new InvalidField(place, what);
  }
}
