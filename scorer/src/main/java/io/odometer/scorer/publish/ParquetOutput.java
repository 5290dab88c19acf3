// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.publish;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.store.ObjectContent;
import io.odometer.core.store.ObjectStore;
import io.odometer.scorer.parquet.Columns;
import io.odometer.scorer.parquet.ParquetFiles;
import io.odometer.scorer.plan.InputObjects;
import io.odometer.scorer.plan.Scratch;
import io.odometer.scorer.score.ScoredRange.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/** Makes Parquet of the scored rows of a Parquet file, with the types that its columns had. */
final class ParquetOutput implements AutoCloseable {
  private final Scratch scratch = Scratch.open();
  private final Path file = scratch.file("output.parquet");
  private final long checksum;

  /**
   * @param name what messages call the rows
   */
  ParquetOutput(ObjectStore store, List<Part> parts, Columns columns, String name) {
    try {
      Path csv = scratch.file("output.csv");
      try (OutputStream rows = Files.newOutputStream(csv)) {
        for (Part part : parts) {
          append(store, part, rows);
        }
      }
      new ParquetFiles(scratch.folder(), ParquetFiles.USUAL_MEMORY)
          .toParquet(csv, columns, file, name);
      checksum = checksum(file);
    } catch (IOException broken) {
      scratch.close();
      throw new OdometerException(
          Errors.STORE_UNAVAILABLE,
          "reading the scored rows of %s broke off".formatted(name),
          broken);
    } catch (RuntimeException failure) {
      scratch.close();
      throw failure;
    }
  }

  private static void append(ObjectStore store, Part part, OutputStream rows) throws IOException {
    try (ObjectContent content = InputObjects.whole(store, part.object())) {
      content.stream().transferTo(rows);
    }
  }

  private static long checksum(Path file) throws IOException {
    CRC32C checksum = new CRC32C();
    try (InputStream bytes = new CheckedInputStream(Files.newInputStream(file), checksum)) {
      bytes.transferTo(OutputStream.nullOutputStream());
    }
    return checksum.getValue();
  }

  Path file() {
    return file;
  }

  long checksum() {
    return checksum;
  }

  @Override
  public void close() {
    scratch.close();
  }
}
