// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.score;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.store.ObjectContent;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.training.ObjectVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/** One version of an object on its way into a file, where it appears whole or not at all. */
record Download(ObjectVersion object, String checksum) {
  /**
   * @throws OdometerException {@code Download.Corrupt} if the bytes are not those of the checksum
   */
  void to(Path target, ObjectStore store) {
    String name = ".%s.%d.part".formatted(target.getFileName(), ProcessHandle.current().pid());
    Path draft = target.resolveSibling(name);
    draft.toFile().deleteOnExit();
    try {
      try {
        fetch(draft, store);
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot write " + target + ": " + broken, broken);
    }
  }

  private void fetch(Path draft, ObjectStore store) throws IOException {
    CRC32C sum = new CRC32C();
    try (ObjectContent content = store.openVersion(object.key(), object.etag());
        InputStream checked = new CheckedInputStream(content.stream(), sum)) {
      Files.copy(checked, draft, StandardCopyOption.REPLACE_EXISTING);
    }
    String found = "%08x".formatted(sum.getValue());
    if (!found.equals(checksum)) {
      throw new OdometerException(
          Errors.DOWNLOAD_CORRUPT,
          "%s came with CRC-32C %s instead of %s".formatted(object.key(), found, checksum));
    }
  }
}
