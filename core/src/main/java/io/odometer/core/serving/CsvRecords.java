// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads records from CSV, with a header of column names or in column order. */
final class CsvRecords {
  private final RecordCells cells;
  private List<String> names = List.of();
  private long line = 1;

  private CsvRecords(RecordCells cells) {
    this.cells = cells;
  }

  /** The first line names the columns. */
  static void readNamed(byte[] body, RecordCells cells) {
    new CsvRecords(cells).read(body, true);
  }

  /**
   * As SageMaker sends it: no header and cells in column order. A first line that names the
   * endpoint's columns is taken for a header all the same.
   */
  static void readPositional(byte[] body, RecordCells cells) {
    new CsvRecords(cells).read(body, false);
  }

  private void read(byte[] body, boolean named) {
    CsvText text = CsvText.of(body);
    try (CsvReader<CsvRecord> reader = text.reader();
        CloseableIterator<CsvRecord> records = reader.iterator()) {
      if (!records.hasNext()) {
        throw UnreadableBody.malformed("the body is empty");
      }
      CsvRecord first = records.next();
      if (named || cells.fields().isHeader(first.getFields())) {
        readNamed(records, header(first));
      } else {
        readPositional(first);
        records.forEachRemaining(this::readPositional);
      }
    } catch (CsvParseException unreadable) {
      throw UnreadableBody.malformed(
          "not CSV as expected: a quote opens after line %d and does not close".formatted(line));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private @Nullable Field[] header(CsvRecord first) {
    List<String> names = first.getFields();
    @Nullable Field[] columns = new Field[names.size()];
    boolean[] taken = new boolean[cells.fields().size()];
    for (int i = 0; i < columns.length; i++) {
      Field field = cells.fields().find(names.get(i));
      columns[i] = field;
      if (field != null && taken[field.index()]) {
        throw new UnusableRecord(field.name(), "is named twice in the header");
      }
      if (field != null) {
        taken[field.index()] = true;
      }
    }
    this.names = names;
    return columns;
  }

  private void readNamed(CloseableIterator<CsvRecord> records, @Nullable Field[] columns) {
    while (records.hasNext()) {
      CsvRecord record = records.next();
      line = record.getStartingLineNumber();
      cells.begin();
      if (record.getFieldCount() > columns.length) {
        throw new UnusableRecord(
            "", "has %d cells, the header %d".formatted(record.getFieldCount(), columns.length));
      }
      for (int i = 0; i < record.getFieldCount(); i++) {
        Field field = columns[i];
        if (field == null) {
          cells.field(names.get(i));
        } else {
          cells.text(field, record.getField(i));
        }
      }
      cells.end();
    }
  }

  private void readPositional(CsvRecord record) {
    line = record.getStartingLineNumber();
    Fields fields = cells.fields();
    cells.begin();
    if (record.getFieldCount() != fields.positions()) {
      throw new UnusableRecord(
          "",
          "has %d cells, the endpoint %d columns"
              .formatted(record.getFieldCount(), fields.positions()));
    }
    for (int i = 0; i < record.getFieldCount(); i++) {
      cells.text(fields.at(i), record.getField(i));
    }
    cells.end();
  }
}
