// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.json;

import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One immutable mapper for everything: unknown fields are ignored (a newer writer may add some),
 * absent values are left out, times and durations are ISO-8601, map keys are sorted so that equal
 * values give equal bytes.
 */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .changeDefaultPropertyInclusion(
              inclusion ->
                  inclusion.withValueInclusion(
                      com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
          .build();

  private static final ObjectReader STRICT =
      MAPPER.reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private Json() {}

  public static JsonMapper mapper() {
    return MAPPER;
  }

  /**
   * @throws JacksonException if the bytes are not JSON of that type
   */
  public static <T> T read(byte[] json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }

  public static <T> T read(InputStream json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }

  public static <T> T read(String json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }

  public static JsonNode tree(byte[] json) {
    return MAPPER.readTree(json);
  }

  public static JsonNode tree(String json) {
    return MAPPER.readTree(json);
  }

  /** The only value of the text: more after it is no JSON either. */
  public static JsonNode strictTree(String json) {
    return STRICT.readTree(json);
  }

  public static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  public static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  public static String pretty(Object value) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
  }

  /** A record or map as a tree. */
  public static JsonNode toTree(Object value) {
    return MAPPER.valueToTree(value);
  }

  public static <T> T fromTree(JsonNode tree, Class<T> type) {
    return MAPPER.treeToValue(tree, type);
  }

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }
}
