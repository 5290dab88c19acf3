// SPDX-License-Identifier: Apache-2.0
package io.odometer.trainer.preprocess;

import io.odometer.core.split.Part;
import io.odometer.core.table.CsvSink;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One CSV file on the local disk for each part of the split. */
final class PartFiles implements AutoCloseable {
  private final Map<Part, CsvSink> sinks = new EnumMap<>(Part.class);
  private final Map<Part, Path> files = new EnumMap<>(Part.class);
  private final Map<Part, Long> rows = new EnumMap<>(Part.class);

  PartFiles(Path folder, List<String> header) throws IOException {
    for (Part part : Part.values()) {
      Path file = folder.resolve(part.label() + ".csv");
      files.put(part, file);
      rows.put(part, 0L);
      sinks.put(part, new CsvSink(new BufferedOutputStream(Files.newOutputStream(file)), header));
    }
  }

  void write(Part part, String[] cells) {
    at(sinks, part).write(cells);
    rows.merge(part, 1L, Long::sum);
  }

  long rows(Part part) {
    return at(rows, part);
  }

  Path file(Part part) {
    return at(files, part);
  }

  private static <T> T at(Map<Part, T> map, Part part) {
    T value = map.get(part);
    if (value == null) {
      throw new IllegalStateException("no " + part);
    }
    return value;
  }

  @Override
  public void close() throws IOException {
    for (CsvSink sink : sinks.values()) {
      sink.close();
    }
  }
}
