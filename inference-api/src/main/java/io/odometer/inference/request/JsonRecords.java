// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.request;

import io.odometer.core.json.Json;
import io.odometer.core.serving.Field;
import io.odometer.platform.http.HttpProblem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads records from JSON as it streams by, straight into rows. A record is an object by column
 * name, an array in column order, or SageMaker's {@code {"features": […]}} and {@code {"data":
 * {"features": {"values": […]}}}}.
 */
final class JsonRecords {
  private final JsonParser parser;
  private final PredictionRun run;

  private JsonRecords(JsonParser parser, PredictionRun run) {
    this.parser = parser;
    this.run = run;
  }

  /**
   * One record, a list, or {@code {"instances": […]}}.
   *
   * @throws tools.jackson.core.JacksonException with the place where it is not JSON
   */
  static void readDocument(byte[] body, PredictionRun run) {
    try (JsonParser parser = Json.mapper().createParser(body)) {
      JsonRecords records = new JsonRecords(parser, run);
      records.document(parser.nextToken());
      if (parser.nextToken() != null) {
        throw HttpProblem.badRequest(
            "not JSON as expected: more follows the end (line %d, column %d)"
                .formatted(
                    parser.currentTokenLocation().getLineNr(),
                    parser.currentTokenLocation().getColumnNr()));
      }
    }
  }

  /** One record after another, as JSON Lines has them. */
  static void readLines(byte[] body, PredictionRun run) {
    try (JsonParser parser = Json.mapper().createParser(body)) {
      JsonRecords records = new JsonRecords(parser, run);
      JsonToken token = parser.nextToken();
      while (token != null) {
        records.record(token);
        token = parser.nextToken();
      }
    }
  }

  private void document(@Nullable JsonToken token) {
    switch (token) {
      case START_ARRAY -> list();
      case START_OBJECT -> object(true);
      case null -> throw HttpProblem.badRequest("the body is empty");
      default -> throw HttpProblem.unprocessable("the body is one value, not a record or a list");
    }
  }

  private void list() {
    JsonToken token = parser.nextToken();
    while (token != JsonToken.END_ARRAY) {
      record(token);
      token = parser.nextToken();
    }
  }

  private void record(JsonToken token) {
    switch (token) {
      case START_OBJECT -> object(false);
      case START_ARRAY -> {
        run.begin();
        values();
        run.end();
      }
      default -> throw run.unusable("", "is " + parser.getString() + ", not a record");
    }
  }

  /** At the top it may be the one record, or hold the list of instances. */
  private void object(boolean top) {
    run.begin();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken token = parser.nextToken();
      if (top && token == JsonToken.START_ARRAY && name.equals("instances")) {
        list();
        skipRest();
        return;
      }
      member(name, token);
    }
    run.end();
  }

  private void skipRest() {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      parser.skipChildren();
    }
  }

  private void member(String name, JsonToken token) {
    if (token == JsonToken.START_ARRAY && name.equals("features")) {
      values();
    } else if (token == JsonToken.START_OBJECT && name.equals("data")) {
      within("features", JsonToken.START_OBJECT, this::features);
    } else {
      Field field = run.field(name);
      if (field == null) {
        parser.skipChildren();
      } else {
        value(field, token);
      }
    }
  }

  private void features() {
    within("values", JsonToken.START_ARRAY, this::values);
  }

  /** The only field of an object that says anything here. */
  private void within(String name, JsonToken expected, Runnable reader) {
    boolean found = false;
    for (String field = parser.nextName(); field != null; field = parser.nextName()) {
      JsonToken token = parser.nextToken();
      if (field.equals(name) && token == expected) {
        reader.run();
        found = true;
      } else if (field.equals("keys")) {
        throw run.unusable(field, "is for sparse features, which are not understood");
      } else {
        parser.skipChildren();
      }
    }
    if (!found) {
      throw run.unusable(name, "is missing");
    }
  }

  /** Values in column order. */
  private void values() {
    int expected = run.fields().positions();
    int position = 0;
    JsonToken token = parser.nextToken();
    while (token != JsonToken.END_ARRAY) {
      if (position < expected) {
        value(run.fields().at(position), token);
      } else {
        parser.skipChildren();
      }
      position++;
      token = parser.nextToken();
    }
    if (position != expected) {
      throw run.unusable(
          "", "has %d values, the endpoint %d columns".formatted(position, expected));
    }
  }

  private void value(Field field, JsonToken token) {
    switch (token) {
      case VALUE_STRING, VALUE_TRUE, VALUE_FALSE -> run.text(field, parser.getString());
      case VALUE_NUMBER_INT -> integer(field);
      case VALUE_NUMBER_FLOAT -> run.number(field, parser.getDoubleValue());
      case VALUE_NULL -> run.nothing(field);
      default -> throw run.unusable(field, "is nested; a value is a number or a string");
    }
  }

  /** Digits of a name are kept as they are: an identifier may have more than a double holds. */
  private void integer(Field field) {
    if (field.takesNames()) {
      run.text(field, parser.getString());
    } else {
      run.number(field, parser.getDoubleValue());
    }
  }
}
