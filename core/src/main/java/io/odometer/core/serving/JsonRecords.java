// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import io.odometer.core.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads records from JSON as it streams by, straight into rows. */
final class JsonRecords {
  private final JsonParser parser;
  private final RecordCells cells;
  private final JsonRecordReader reader;

  private JsonRecords(JsonParser parser, RecordCells cells) {
    this.parser = parser;
    this.cells = cells;
    this.reader = new JsonRecordReader(parser, cells);
  }

  /**
   * One record, a list, or {@code {"instances": […]}}.
   *
   * @throws tools.jackson.core.JacksonException with the place where it is not JSON
   */
  static void readDocument(byte[] body, RecordCells cells) {
    try (JsonParser parser = Json.mapper().createParser(body)) {
      JsonRecords records = new JsonRecords(parser, cells);
      records.document(parser.nextToken());
      if (parser.nextToken() != null) {
        throw UnreadableBody.malformed(
            "not JSON as expected: more follows the end (line %d, column %d)"
                .formatted(
                    parser.currentTokenLocation().getLineNr(),
                    parser.currentTokenLocation().getColumnNr()));
      }
    }
  }

  /** One record after another, as JSON Lines has them. */
  static void readLines(byte[] body, RecordCells cells) {
    try (JsonParser parser = Json.mapper().createParser(body)) {
      JsonRecords records = new JsonRecords(parser, cells);
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
      case START_OBJECT -> recordOrInstances();
      case null -> throw UnreadableBody.malformed("the body is empty");
      default -> throw UnreadableBody.noRecords("the body is one value, not a record or a list");
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
    cells.begin();
    reader.record(token);
    cells.end();
  }

  /** At the top it may be the one record, or hold the list of instances. */
  private void recordOrInstances() {
    cells.begin();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_ARRAY && name.equals("instances")) {
        list();
        skipRest();
        return;
      }
      reader.member(name, token);
    }
    cells.end();
  }

  private void skipRest() {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      parser.skipChildren();
    }
  }
}
