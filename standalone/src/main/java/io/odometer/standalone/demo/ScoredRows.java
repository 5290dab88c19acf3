// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.odometer.standalone.client.Numbers;
import io.odometer.standalone.client.TextTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The head of a scored table: its first columns and the predictions, as wide as a terminal. */
final class ScoredRows {
  private static final int ROWS = 5;
  private static final int COLUMNS = 5;
  private static final String PREDICTION = "prediction";

  private ScoredRows() {}

  static List<String> lines(byte[] csv) {
    List<List<String>> rows = head(new String(csv, StandardCharsets.UTF_8));
    List<String> header = rows.getFirst();
    List<Integer> shown =
        IntStream.range(0, header.size())
            .filter(column -> column < COLUMNS || header.get(column).startsWith(PREDICTION))
            .boxed()
            .toList();
    List<List<String>> table = new ArrayList<>();
    table.add(shown.stream().map(header::get).toList());
    for (List<String> row : rows.subList(1, rows.size())) {
      table.add(shown.stream().map(column -> cell(header.get(column), row.get(column))).toList());
    }
    return TextTable.lines(table);
  }

  private static List<List<String>> head(String csv) {
    try (CsvReader<CsvRecord> table = CsvReader.builder().ofCsvRecord(csv)) {
      return table.stream().limit(1 + ROWS).map(CsvRecord::getFields).toList();
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading from memory", impossible);
    }
  }

  private static String cell(String column, String text) {
    return column.startsWith(PREDICTION) && !text.isEmpty()
        ? Numbers.plain(Double.parseDouble(text))
        : text;
  }
}
