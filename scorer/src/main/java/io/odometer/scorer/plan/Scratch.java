// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.plan;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.platform.lifecycle.FileTrees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder on the local disk for as long as it is open. */
public record Scratch(Path folder) implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Scratch.class);
  private static final String PREFIX = "odometer-scorer-";

  /** As DuckDB's driver names what it unpacks. */
  private static final String LIBRARY = "libduckdb_java";

  private static final Duration KEPT = Duration.ofDays(1);

  public static Scratch open() {
    try {
      return new Scratch(Files.createTempDirectory(PREFIX));
    } catch (IOException failure) {
      throw new OdometerException(
          Errors.INTERNAL,
          "there is no room for temporary files: " + failure.getMessage(),
          failure);
    }
  }

  /** What killed processes left a day ago or longer, their unpacked native libraries too. */
  public static void removeOld(Path temporary, Instant now) {
    try (Stream<Path> files = Files.list(temporary)) {
      files.filter(file -> isOld(file, now)).map(Scratch::new).forEach(Scratch::close);
    } catch (IOException | UncheckedIOException failure) {
      LOG.warn("old temporary files stay in {}", temporary, failure);
    }
  }

  private static boolean isOld(Path file, Instant now) {
    String name = file.getFileName().toString();
    try {
      return (name.startsWith(PREFIX) || name.startsWith(LIBRARY))
          && Files.getLastModifiedTime(file).toInstant().plus(KEPT).isBefore(now);
    } catch (IOException gone) {
      return false;
    }
  }

  public Path file(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() {
    try {
      FileTrees.delete(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot remove " + folder, failure);
    }
  }
}
