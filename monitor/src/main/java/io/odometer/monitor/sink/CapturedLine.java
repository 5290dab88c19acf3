// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.sink;

import io.odometer.core.json.Json;
import io.odometer.core.project.ProjectName;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A captured request as one line of an object. */
final class CapturedLine {
  private final ProjectName endpoint;
  private final Instant time;
  private final byte[] json;

  private CapturedLine(ProjectName endpoint, Instant time, byte[] json) {
    this.endpoint = endpoint;
    this.time = time;
    this.json = json;
  }

  /**
   * @throws IllegalArgumentException saying why nobody could read it
   */
  static CapturedLine of(ConsumerRecord<String, byte[]> message) {
    if (message.key() == null || message.value() == null) {
      throw new IllegalArgumentException("it has no key or no value");
    }
    ProjectName endpoint = new ProjectName(message.key());
    return new CapturedLine(endpoint, time(message.value()), onOneLine(message.value()));
  }

  /** Reads all of it: half a record would spoil the object. */
  private static Instant time(byte[] json) {
    try (JsonParser parser = Json.mapper().createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("it is no JSON object");
      }
      Optional<String> time = Optional.empty();
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        JsonToken token = parser.nextToken();
        if (name.equals("eventMetadata") && token == JsonToken.START_OBJECT) {
          time = inferenceTime(parser);
        } else {
          parser.skipChildren();
        }
      }
      requireEnd(parser.nextToken());
      return Instant.parse(
          time.orElseThrow(() -> new IllegalArgumentException("it has no inferenceTime")));
    } catch (JacksonException malformed) {
      throw new IllegalArgumentException(malformed.getOriginalMessage(), malformed);
    } catch (DateTimeParseException unreadable) {
      throw new IllegalArgumentException(unreadable.getMessage(), unreadable);
    }
  }

  private static Optional<String> inferenceTime(JsonParser parser) {
    Optional<String> time = Optional.empty();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken token = parser.nextToken();
      if (name.equals("inferenceTime") && token == JsonToken.VALUE_STRING) {
        time = Optional.of(parser.getString());
      } else {
        parser.skipChildren();
      }
    }
    return time;
  }

  private static void requireEnd(@Nullable JsonToken token) {
    if (token != null) {
      throw new IllegalArgumentException("more follows the JSON object");
    }
  }

  /** A line break in JSON is white space: inside a string it would be escaped. */
  private static byte[] onOneLine(byte[] json) {
    byte[] line = json.clone();
    for (int i = 0; i < line.length; i++) {
      if (line[i] == '\n' || line[i] == '\r') {
        line[i] = ' ';
      }
    }
    return line;
  }

  ProjectName endpoint() {
    return endpoint;
  }

  Instant time() {
    return time;
  }

  byte[] json() {
    return json;
  }
}
