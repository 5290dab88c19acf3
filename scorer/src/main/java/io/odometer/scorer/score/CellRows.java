// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.score;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.odometer.core.text.ByteText;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of chosen cells, written anew. */
final class CellRows implements RowOutput {
  private final OutputCells cells;
  private final Charset charset;
  private final StringWriter written = new StringWriter();
  private final CsvWriter writer;

  CellRows(OutputCells cells, char delimiter, Charset charset) {
    this.cells = cells;
    this.charset = charset;
    this.writer =
        CsvWriter.builder()
            .fieldSeparator(delimiter)
            .lineDelimiter(LineDelimiter.LF)
            .quoteStrategy(QuoteStrategies.EMPTY)
            .bufferSize(0)
            .build(written);
  }

  @Override
  public void add(RawRecord record, @Nullable String[] row, double[] values) {
    writer.writeRecord(cells.of(row, values));
  }

  /** The header too is a row. */
  void add(List<String> row) {
    writer.writeRecord(row);
  }

  @Override
  public ByteText text() {
    byte[] bytes = written.toString().getBytes(charset);
    return new ByteText(bytes.length).add(bytes);
  }
}
