// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.parquet;

import java.nio.file.Path;
import java.util.stream.Collectors;

/** Values as SQL has them, whatever characters are in them. */
final class Sql {
  private Sql() {}

  static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /** A file to write. */
  static String target(Path file) {
    return text(file.toAbsolutePath().toString());
  }

  /** A file to read: exactly this one, where DuckDB would look for all that match a pattern. */
  static String source(Path file) {
    return text(file.toAbsolutePath().toString().replaceAll("[*?\\[]", "[$0]"));
  }

  /** {@code {'name': 'TYPE', …}} */
  static String struct(Columns columns) {
    return columns.columns().stream()
        .map(column -> text(column.name()) + ": " + text(column.type()))
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
