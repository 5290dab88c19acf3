// SPDX-License-Identifier: Apache-2.0
package io.odometer.trainer.preprocess;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.store.ObjectContent;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.table.CsvLimits;
import io.odometer.core.table.CsvTable;
import io.odometer.core.table.TextForm;
import io.odometer.core.table.TextSniffer;
import io.odometer.core.training.ObjectVersion;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An object on the local disk, and how its text was written.
 *
 * @param guessed whether its encoding is a guess
 */
record SpooledObject(ObjectVersion object, Path file, TextForm form, boolean guessed) {
  private static final int BUFFER = 1 << 16;

  /**
   * @throws OdometerException {@code Data.Changed} if the object is no longer what it was, {@code
   *     Data.Malformed} if it is no text
   */
  static SpooledObject spool(ObjectStore store, ObjectVersion object, Path file) {
    TextSniffer sniffer = new TextSniffer();
    try (ObjectContent content = open(store, object);
        OutputStream output = Files.newOutputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      InputStream input = content.stream();
      for (int length = input.read(buffer); length >= 0; length = input.read(buffer)) {
        sniffer.update(buffer, length);
        output.write(buffer, 0, length);
      }
    } catch (IOException e) {
      throw new OdometerException(
          Errors.STORE_UNAVAILABLE, "reading " + object.key() + " broke off", e);
    }
    sniffer
        .binary()
        .ifPresent(
            what -> {
              throw new OdometerException(
                  Errors.DATA_MALFORMED, object.key() + " is no table of text: " + what);
            });
    return new SpooledObject(object, file, sniffer.form(), sniffer.guessed());
  }

  private static ObjectContent open(ObjectStore store, ObjectVersion object) {
    try {
      return store.openVersion(object.key(), object.etag());
    } catch (OdometerException e) {
      if (e.error().equals(Errors.STORE_PRECONDITION) || e.error().equals(Errors.STORE_NOT_FOUND)) {
        throw new OdometerException(
            Errors.DATA_CHANGED,
            object.key() + " was replaced or removed after this training began",
            e);
      }
      throw e;
    }
  }

  /** What to do with the open table. */
  @FunctionalInterface
  interface Reading<T> {
    T read(CsvTable table) throws IOException;
  }

  /** Opens the table, hands it over, and closes the file. */
  <T> T read(CsvLimits limits, Reading<T> reading) throws IOException {
    try (InputStream input = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      return reading.read(CsvTable.open(input, form, limits, object.key().toString()));
    }
  }
}
