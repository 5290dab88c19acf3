// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.store;

import io.odometer.core.store.Buckets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that nobody will ask for, removed while nobody can: writes that a killed process left
 * half-done, parts of uploads that were never completed, and what steps of workflows left for each
 * other a week ago.
 *
 * <p>S3Proxy writes {@code <key>-<uuid>} first, marks it with its etag when it is whole and then
 * renames it, so one that bears such a name and no etag is nobody's object. Parts lie in folders
 * {@code .mpus-…}.
 */
final class Leftovers {
  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
  private static final Pattern NAME =
      Pattern.compile(".*-\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
  private static final String ETAG = "user.content-md5";
  private static final String PARTS = ".mpus-";
  private static final Duration WORK_KEPT = Duration.ofDays(7);

  private final Path directory;
  private final Instant now;

  Leftovers(Path directory, Instant now) {
    this.directory = directory;
    this.now = now;
  }

  void remove() {
    try (Stream<Path> files = Files.walk(directory)) {
      files
          .sorted(Comparator.reverseOrder())
          .filter(file -> isHalfWritten(file) || isPart(file) || isOldWork(file))
          .forEach(Leftovers::delete);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the S3 store's folder " + directory, e);
    }
  }

  private boolean isPart(Path file) {
    for (Path name : directory.relativize(file)) {
      if (name.toString().startsWith(PARTS)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOldWork(Path file) {
    return file.startsWith(directory.resolve(Buckets.WORK))
        && Files.isRegularFile(file)
        && modifiedAt(file).plus(WORK_KEPT).isBefore(now);
  }

  private static Instant modifiedAt(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the time of " + file, e);
    }
  }

  private static boolean isHalfWritten(Path file) {
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
      LOG.debug("removed {}, which nobody needs", file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + file, e);
    }
  }
}
