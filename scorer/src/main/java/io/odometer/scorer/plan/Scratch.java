// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.plan;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder on the local disk for as long as it is open. */
public record Scratch(Path folder) implements AutoCloseable {
  public static Scratch open() {
    try {
      return new Scratch(Files.createTempDirectory("odometer-scorer-"));
    } catch (IOException failure) {
      throw new OdometerException(
          Errors.INTERNAL,
          "there is no room for temporary files: " + failure.getMessage(),
          failure);
    }
  }

  public Path file(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() {
    try (Stream<Path> tree = Files.walk(folder)) {
      List<Path> leavesFirst = tree.sorted(Comparator.reverseOrder()).toList();
      for (Path file : leavesFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot remove " + folder, failure);
    }
  }
}
