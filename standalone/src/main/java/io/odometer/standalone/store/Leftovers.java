// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files of writes that a killed process left half-done: S3Proxy writes {@code <key>-<uuid>} first,
 * marks it with its etag when it is whole and then renames it, so one that bears such a name and no
 * etag is nobody's object.
 */
final class Leftovers {
  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
  private static final Pattern NAME =
      Pattern.compile(".*-\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
  private static final String ETAG = "user.content-md5";

  private final Path directory;

  Leftovers(Path directory) {
    this.directory = directory;
  }

  void remove() {
    try (Stream<Path> files = Files.walk(directory)) {
      files.filter(Leftovers::isOne).forEach(Leftovers::delete);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the S3 store's folder " + directory, e);
    }
  }

  private static boolean isOne(Path file) {
    return NAME.matcher(file.getFileName().toString()).matches()
        && Files.isRegularFile(file)
        && !hasEtag(file);
  }

  private static boolean hasEtag(Path file) {
    try {
      var attributes = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
      return attributes == null || attributes.list().contains(ETAG);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the attributes of " + file, e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
      LOG.info("removed {}, left by a write that was cut off", file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + file, e);
    }
  }
}
