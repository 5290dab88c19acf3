// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.http;

import io.javalin.json.JsonMapper;
import io.odometer.core.json.Json;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Type;
import tools.jackson.databind.JavaType;

/** Lets handlers read and write JSON as the rest of the project does. */
final class JsonBodies implements JsonMapper {
  @Override
  public String toJsonString(Object value, Type type) {
    return value instanceof String text ? text : Json.text(value);
  }

  @Override
  public InputStream toJsonStream(Object value, Type type) {
    return new ByteArrayInputStream(Json.bytes(value));
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals") // Javalin's signature.
  public <T> T fromJsonString(String json, Type type) {
    return Json.mapper().readValue(json, javaType(type));
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals") // Javalin's signature.
  public <T> T fromJsonStream(InputStream json, Type type) {
    return Json.mapper().readValue(json, javaType(type));
  }

  private static JavaType javaType(Type type) {
    return Json.mapper().getTypeFactory().constructType(type);
  }
}
