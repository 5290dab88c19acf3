// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table of text cells, streamed: a header, then rows as wide as it. Short rows are filled up with
 * empty cells; cells beyond the header are counted and left out. For one thread at a time.
 */
public final class CsvTable {
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final String name;
  private final RecordHandler handler;
  private final CloseableIterator<String[]> records;
  private final List<String> header;

  private CsvTable(String name, CsvReader<String[]> reader, RecordHandler handler) {
    this.name = name;
    this.handler = handler;
    this.records = reader.iterator();
    this.header = readHeader();
  }

  /**
   * Reads the header. The stream is left open.
   *
   * @param name what errors call the table
   * @throws OdometerException {@code Data.Empty} without any row, {@code Schema.Header} when two
   *     columns bear one name, {@code Schema.TooManyColumns}, {@code Data.Malformed}, {@code
   *     Data.TooLarge}
   */
  // What stands between a closing quote and the next delimiter has no other switch yet.
  @SuppressWarnings("removal")
  public static CsvTable open(InputStream stream, TextForm form, CsvLimits limits, String name) {
    RecordHandler handler = new RecordHandler(limits);
    Reader text = withoutMark(new InputStreamReader(stream, form.charset()), name);
    CsvReader<String[]> reader =
        CsvReader.builder()
            .fieldSeparator(form.delimiter())
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowExtraCharsAfterClosingQuote(true)
            .allowUnclosedQuote(false)
            .maxBufferSize(limits.recordCharacters())
            .build(handler, text);
    return new CsvTable(name, reader, handler);
  }

  /** A byte order mark would hide a quote that opens the first cell. */
  private static Reader withoutMark(Reader reader, String name) {
    PushbackReader text = new PushbackReader(reader);
    try {
      int first = text.read();
      if (first >= 0 && first != BYTE_ORDER_MARK) {
        text.unread(first);
      }
      return text;
    } catch (IOException e) {
      throw unavailable(name, e);
    }
  }

  private static OdometerException unavailable(String name, Exception cause) {
    return new OdometerException(Errors.STORE_UNAVAILABLE, name + " could not be read", cause);
  }

  /** Trimmed names; {@code column 3} where the header has none. */
  public List<String> header() {
    return header;
  }

  /** The next row, or null after the last one. The array is the caller's. */
  public String @Nullable [] next() {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (CsvParseException e) {
      throw malformed(e);
    } catch (UncheckedIOException e) {
      throw unavailable(name, e);
    }
  }

  /** The line where the last row began; the first line is 1. */
  public long line() {
    return handler.line();
  }

  /** How many cells stood beyond the header's width so far. */
  public long extraCells() {
    return handler.extraCells();
  }

  /** How many rows were shorter than the header so far, blank lines not counted. */
  public long shortRows() {
    return handler.shortRows();
  }

  private List<String> readHeader() {
    String[] cells = next();
    while (cells != null && isBlank(cells)) {
      handler.startOver();
      cells = next();
    }
    if (cells == null) {
      throw new OdometerException(Errors.DATA_EMPTY, name + " is empty: not even a header");
    }
    handler.setWidth(cells.length, name);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < cells.length; i++) {
      String column = Cells.normalise(cells[i]);
      cells[i] = column.isEmpty() ? "column " + (i + 1) : column;
      if (!seen.add(cells[i])) {
        throw new OdometerException(
            Errors.SCHEMA_HEADER, "%s has two columns named '%s'".formatted(name, cells[i]));
      }
    }
    return List.of(cells);
  }

  /** Whether no cell of the row says anything. */
  public static boolean isBlank(String[] cells) {
    return Arrays.stream(cells).allMatch(cell -> Cells.trim(cell).isEmpty());
  }

  private OdometerException malformed(CsvParseException e) {
    if (e.getCause() instanceof OdometerException named) {
      return new OdometerException(named.error(), name + ": " + named.reason(), e);
    }
    long line = Math.max(handler.line(), 1);
    String message = String.valueOf(e.getMessage());
    boolean quote = message.startsWith("Unclosed") || message.contains("maximum buffer");
    String what = quote ? "a quote opens that does not close" : message;
    return new OdometerException(
        Errors.DATA_MALFORMED,
        "%s: in the row that begins at line %d %s".formatted(name, line, what),
        e);
  }
}
