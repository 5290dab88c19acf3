// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** How a body holds its records. */
public enum RequestForm {
  JSON,
  JSON_LINES,
  /** With a header. */
  NAMED_CSV,
  /** In column order, as SageMaker sends it. */
  POSITIONAL_CSV;

  /**
   * @throws IllegalArgumentException if there is none of that name
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static RequestForm of(String name) {
    return Arrays.stream(values())
        .filter(form -> form.json().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is no form of a request"));
  }

  @JsonValue
  public String json() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Hands over every record of the body.
   *
   * @throws UnusableRecord naming the field that cannot be used
   * @throws UnreadableBody if it is no list of records
   * @throws tools.jackson.core.JacksonException where it is not JSON
   */
  public void read(byte[] body, RecordCells cells) {
    switch (this) {
      case JSON -> JsonRecords.readDocument(body, cells);
      case JSON_LINES -> JsonRecords.readLines(body, cells);
      case NAMED_CSV -> CsvRecords.readNamed(body, cells);
      case POSITIONAL_CSV -> CsvRecords.readPositional(body, cells);
    }
  }
}
