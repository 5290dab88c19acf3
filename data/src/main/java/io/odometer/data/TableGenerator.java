// SPDX-License-Identifier: Apache-2.0
package io.odometer.data;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes a table from its description: the same description gives the same bytes. */
public final class TableGenerator {
  private final TableSpec spec;
  private final List<ColumnMaker> columns;

  public TableGenerator(TableSpec spec) {
    this.spec = spec;
    this.columns = spec.columns().stream().map(ColumnMaker::new).toList();
  }

  /** Writes a CSV with a header; leaves the writer open. */
  public void write(Writer out) {
    try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(new NotClosing(out))) {
      csv.writeRecord(spec.order());
      rows().forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the table", e);
    }
  }

  private List<List<String>> rows() {
    var random = new Random(spec.seed());
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < spec.rows(); i++) {
      rows.add(row(random));
      if (random.nextDouble() < spec.duplicates()) {
        rows.add(rows.get(random.nextInt(rows.size())));
      }
    }
    return rows;
  }

  private List<String> row(Random random) {
    Map<String, Object> cells = new LinkedHashMap<>();
    Map<String, String> written = new LinkedHashMap<>();
    for (ColumnMaker column : columns) {
      Object value = column.make(new Formula.Row(cells, spec.tables(), random));
      cells.put(column.name(), value);
      written.put(column.name(), column.write(value, random));
    }
    return spec.order().stream().map(name -> String.valueOf(written.get(name))).toList();
  }

  /** The CSV writer closes what it writes to; this one is not ours. */
  private static final class NotClosing extends java.io.FilterWriter {
    NotClosing(Writer out) {
      super(out);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
