// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Cars to be scored, and CSV of them. */
record CarTable(List<String> header, List<List<String>> rows) {
  static final List<String> FEATURES = List.of("miles", "fuel", "sold", "engine");

  private static final List<String> MILES = List.of("1250", "90.5", "?", "", "1,234", "3e3");
  private static final List<String> FUELS =
      List.of("Diesel", "Petrol", "Hybrid", "", "never seen", "O'Brien", "Gas\nLPG", "say \"hi\"");
  private static final List<String> SOLD = List.of("2020-03-04", "2021-01-01", "");
  private static final List<String> ENGINES = List.of("1248 CC", "998 CC", "", "1100");

  /** The same for the same seed. */
  static CarTable random(long seed, int rows) {
    Random random = new Random(seed);
    List<List<String>> all = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      all.add(
          List.of(any(MILES, random), any(FUELS, random), any(SOLD, random), any(ENGINES, random)));
    }
    return new CarTable(FEATURES, all);
  }

  private static String any(List<String> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }

  /** These columns in this order; those that are no feature hold the row's number. */
  CarTable columns(String... names) {
    List<List<String>> chosen =
        IntStream.range(0, rows.size())
            .mapToObj(row -> List.of(names).stream().map(name -> cell(row, name)).toList())
            .toList();
    return new CarTable(List.of(names), chosen);
  }

  private String cell(int row, String name) {
    int column = header.indexOf(name);
    return column < 0 ? Integer.toString(row) : rows.get(row).get(column);
  }

  Map<String, String> car(int row) {
    Map<String, String> car = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      car.put(header.get(i), rows.get(row).get(i));
    }
    return car;
  }

  String csv() {
    return csv(',', LineDelimiter.LF);
  }

  String csv(char delimiter, LineDelimiter lineEnd) {
    return line(header, delimiter, lineEnd) + body(delimiter, lineEnd);
  }

  /** Without a header. */
  String body(char delimiter, LineDelimiter lineEnd) {
    StringBuilder text = new StringBuilder();
    rows.forEach(row -> text.append(line(row, delimiter, lineEnd)));
    return text.toString();
  }

  private static String line(List<String> cells, char delimiter, LineDelimiter lineEnd) {
    StringWriter text = new StringWriter();
    CsvWriter.builder()
        .fieldSeparator(delimiter)
        .lineDelimiter(lineEnd)
        .quoteStrategy(QuoteStrategies.EMPTY)
        .bufferSize(0)
        .build(text)
        .writeRecord(cells);
    return text.toString();
  }

  /** The cells of a CSV. */
  static List<List<String>> parse(String csv, char delimiter) {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().fieldSeparator(delimiter).ofCsvRecord(csv)) {
      return reader.stream().map(CsvRecord::getFields).toList();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
