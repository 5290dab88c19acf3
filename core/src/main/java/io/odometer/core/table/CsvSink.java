// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a table as {@link TextForm#PLAIN}. For one thread at a time. */
public final class CsvSink implements AutoCloseable {
  private final CsvWriter writer;

  /** Writes the header. Closing the sink closes the stream. */
  public CsvSink(OutputStream stream, List<String> header) {
    writer =
        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(stream, StandardCharsets.UTF_8);
    writer.writeRecord(header);
  }

  /**
   * @throws UncheckedIOException if the stream fails
   */
  public void write(String[] cells) {
    writer.writeRecord(cells);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
