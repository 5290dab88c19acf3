// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads a record from JSON as it streams by: an object by column name, an array in column order, or
 * SageMaker's {@code {"features": […]}} and {@code {"data": {"features": {"values": […]}}}}. For
 * one thread at a time.
 */
public final class JsonRecordReader {
  private final JsonParser parser;
  private final RecordCells cells;

  public JsonRecordReader(JsonParser parser, RecordCells cells) {
    this.parser = parser;
    this.cells = cells;
  }

  /**
   * The record that begins with this token, to its end.
   *
   * @throws UnusableRecord if it is no record, or one of its values cannot be used
   */
  public void record(JsonToken token) {
    switch (token) {
      case START_OBJECT -> {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
          member(name, parser.nextToken());
        }
      }
      case START_ARRAY -> values();
      default -> throw new UnusableRecord("", "is " + parser.getString() + ", not a record");
    }
  }

  /** One member of a record's object. */
  public void member(String name, JsonToken token) {
    if (token == JsonToken.START_ARRAY && name.equals("features")) {
      values();
    } else if (token == JsonToken.START_OBJECT && name.equals("data")) {
      within("features", JsonToken.START_OBJECT, this::features);
    } else {
      Field field = cells.field(name);
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
        throw new UnusableRecord(field, "is for sparse features, which are not understood");
      } else {
        parser.skipChildren();
      }
    }
    if (!found) {
      throw new UnusableRecord(name, "is missing");
    }
  }

  /** Values in column order. */
  private void values() {
    int expected = cells.fields().positions();
    int position = 0;
    JsonToken token = parser.nextToken();
    while (token != JsonToken.END_ARRAY) {
      if (position < expected) {
        value(cells.fields().at(position), token);
      } else {
        parser.skipChildren();
      }
      position++;
      token = parser.nextToken();
    }
    if (position != expected) {
      throw new UnusableRecord(
          "", "has %d values, the endpoint %d columns".formatted(position, expected));
    }
  }

  private void value(Field field, JsonToken token) {
    switch (token) {
      case VALUE_STRING, VALUE_TRUE, VALUE_FALSE -> cells.text(field, parser.getString());
      case VALUE_NUMBER_INT -> integer(field);
      case VALUE_NUMBER_FLOAT -> cells.number(field, parser.getDoubleValue());
      case VALUE_NULL -> cells.nothing(field);
      default ->
          throw new UnusableRecord(field.name(), "is nested; a value is a number or a string");
    }
  }

  /** Digits of a name are kept as they are: an identifier may have more than a double holds. */
  private void integer(Field field) {
    if (field.takesNames()) {
      cells.text(field, parser.getString());
    } else {
      cells.number(field, parser.getDoubleValue());
    }
  }
}
