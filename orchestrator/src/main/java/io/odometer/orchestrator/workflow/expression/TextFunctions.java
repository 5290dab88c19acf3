// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow.expression;

import io.odometer.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Intrinsic functions of strings, JSON and numbers. */
final class TextFunctions {
  private static final Set<String> HASHES = Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

  private TextFunctions() {}

  static JsonNode encode(List<JsonNode> values) {
    String text = new Arguments("States.Base64Encode", values).text(0);
    return text(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
  }

  static JsonNode decode(List<JsonNode> values) {
    Arguments arguments = new Arguments("States.Base64Decode", values);
    try {
      byte[] bytes = Base64.getDecoder().decode(arguments.text(0));
      return text(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw arguments.failure("the argument is not Base64");
    }
  }

  static JsonNode hash(List<JsonNode> values) {
    Arguments arguments = new Arguments("States.Hash", values);
    String algorithm = arguments.text(1);
    if (!HASHES.contains(algorithm)) {
      throw arguments.failure("unknown algorithm " + algorithm);
    }
    JsonNode data = values.getFirst();
    String input = data.isString() ? data.stringValue() : Json.text(data);
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      return text(HexFormat.of().formatHex(digest.digest(input.getBytes(StandardCharsets.UTF_8))));
    } catch (NoSuchAlgorithmException e) {
      throw arguments.failure("unknown algorithm " + algorithm);
    }
  }

  /** Each character of the second argument separates; empty parts are dropped. */
  static JsonNode split(List<JsonNode> values) {
    Arguments arguments = new Arguments("States.StringSplit", values);
    ArrayNode parts = JsonNodeFactory.instance.arrayNode();
    new StringTokenizer(arguments.text(0), arguments.text(1))
        .asIterator()
        .forEachRemaining(part -> parts.add((String) part));
    return parts;
  }

  static JsonNode format(List<JsonNode> values) {
    Arguments arguments = new Arguments("States.Format", values);
    String template = arguments.text(0);
    Iterator<JsonNode> next = values.listIterator(1);
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      if (c == '\\' && i + 1 < template.length()) {
        result.append(template.charAt(++i));
      } else if (template.startsWith("{}", i)) {
        if (!next.hasNext()) {
          throw arguments.failure("more places than arguments in '" + template + "'");
        }
        result.append(print(next.next()));
        i++;
      } else {
        result.append(c);
      }
    }
    if (next.hasNext()) {
      throw arguments.failure("more arguments than places in '" + template + "'");
    }
    return text(result.toString());
  }

  private static String print(JsonNode value) {
    return switch (value) {
      case ObjectNode object ->
          object.properties().stream()
              .map(field -> field.getKey() + "=" + print(field.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case ArrayNode array ->
          array.values().stream()
              .map(TextFunctions::print)
              .collect(Collectors.joining(", ", "[", "]"));
      case StringNode string -> string.stringValue();
      default -> Json.text(value);
    };
  }

  static JsonNode toJson(List<JsonNode> values) {
    Arguments arguments = new Arguments("States.StringToJson", values);
    String json = arguments.text(0);
    try {
      return json.isBlank() ? NullNode.getInstance() : Json.tree(json);
    } catch (JacksonException e) {
      throw arguments.failure("the argument is not JSON");
    }
  }

  static JsonNode fromJson(List<JsonNode> values) {
    return text(Json.text(values.getFirst()));
  }

  static JsonNode merge(List<JsonNode> values) {
    Arguments arguments = new Arguments("States.JsonMerge", values);
    if (!values.get(2).isBoolean() || values.get(2).booleanValue()) {
      throw arguments.failure("only the shallow merge exists: the third argument must be false");
    }
    ObjectNode merged = JsonNodeFactory.instance.objectNode();
    return merged.setAll(arguments.object(0)).setAll(arguments.object(1));
  }

  static JsonNode add(List<JsonNode> values) {
    Arguments arguments = new Arguments("States.MathAdd", values);
    return Arguments.number(arguments.integer(0) + arguments.integer(1));
  }

  private static JsonNode text(String value) {
    return StringNode.valueOf(value);
  }
}
