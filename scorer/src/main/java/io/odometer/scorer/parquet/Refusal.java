// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.parquet;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** What DuckDB says of a file, told as the rest of the system tells it. */
final class Refusal {
  private static final String OUT_OF_MEMORY = "Out of Memory Error";
  private static final String IO = "IO Error";

  /** What IO errors say that are no fault of the file: a full disk, a folder that is not there. */
  private static final List<String> MACHINE =
      List.of("Could not write", "Cannot open", "No files found");

  private static final String ROW = "Original Line";

  private static final String ADVICE = "Possible ";

  private Refusal() {}

  static RuntimeException of(SQLException failure, Path file, String name) {
    String message = String.valueOf(failure.getMessage());
    if (message.startsWith(IO) && MACHINE.stream().anyMatch(message::contains)) {
      return new UncheckedIOException(new IOException(reason(message), failure));
    }
    String reason = reason(message.replace(file.toAbsolutePath().toString(), name));
    // Without the cause: it repeats the message, with the whole row and advice on SQL.
    return message.startsWith(OUT_OF_MEMORY)
        ? new OdometerException(
            Errors.DATA_TOO_LARGE, name + " takes more memory than there is: " + reason)
        : new OdometerException(Errors.DATA_MALFORMED, name + " cannot be converted: " + reason);
  }

  /** The lines that say what is wrong. */
  private static String reason(String message) {
    return message
        .lines()
        .takeWhile(line -> !line.isBlank() && !line.startsWith(ADVICE))
        .filter(line -> !line.startsWith(ROW))
        .collect(Collectors.joining("; "));
  }
}
