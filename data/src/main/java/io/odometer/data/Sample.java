// SPDX-License-Identifier: Apache-2.0
package io.odometer.data;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.odometer.core.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The sample that is shipped: a project, its settings, and a table for it.
 *
 * @param project its name
 * @param settings as the control API takes them
 * @param table the file's name
 * @param shifts how its world changes, for a monitor to find
 */
public record Sample(String project, JsonNode settings, String table, List<Shift> shifts) {
  public Sample {
    shifts = List.copyOf(shifts);
  }

  public static Sample shipped() {
    return Json.read(resource("sample.json"), Sample.class);
  }

  /** The table as the bytes of a CSV file. */
  public byte[] content() {
    return resource(table);
  }

  /** Its first rows, as those to score are: without the column to predict. */
  public byte[] unlabelled(int rows) {
    String target = settings.path("target").asString();
    StringWriter written = new StringWriter();
    try (CsvReader<NamedCsvRecord> table = CsvReader.builder().ofNamedCsvRecord(text());
        CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(written)) {
      boolean headed = false;
      for (NamedCsvRecord row : (Iterable<NamedCsvRecord>) table.stream().limit(rows)::iterator) {
        var cells = new LinkedHashMap<>(row.getFieldsAsMap());
        cells.remove(target);
        if (!headed) {
          writer.writeRecord(cells.keySet());
        }
        headed = true;
        writer.writeRecord(cells.values());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the sample's rows", e);
    }
    return written.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Rows as chance draws them, the same for the same chance; the column to predict among them. */
  public List<SequencedMap<String, String>> draw(int rows, RandomGenerator random) {
    List<Map<String, String>> all = rows();
    return Stream.generate(() -> all.get(random.nextInt(all.size())))
        .limit(rows)
        .<SequencedMap<String, String>>map(LinkedHashMap::new)
        .toList();
  }

  /** The rows as they are after the world has changed. */
  public List<SequencedMap<String, String>> shifted(
      List<SequencedMap<String, String>> rows, RandomGenerator random) {
    rows.forEach(row -> shifts.forEach(shift -> shift.apply(row, random)));
    return rows;
  }

  private List<Map<String, String>> rows() {
    try (CsvReader<NamedCsvRecord> table = CsvReader.builder().ofNamedCsvRecord(text())) {
      return table.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the sample's rows", e);
    }
  }

  private String text() {
    return new String(content(), StandardCharsets.UTF_8);
  }

  private static byte[] resource(String name) {
    try (InputStream stream = Sample.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(stream, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the sample's " + name, e);
    }
  }
}
