// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second instance off a data folder; the system lets go of it when a process dies. */
final class InstanceLock implements AutoCloseable {
  private final FileChannel channel;

  private InstanceLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Fails with {@code Folder.InUse}, naming the folder. */
  static InstanceLock take(Path folder) {
    try {
      var channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new OdometerException(
            Errors.FOLDER_IN_USE,
            "another Odometer runs on the data folder %s; stop it, or choose another folder"
                .formatted(folder.toAbsolutePath().normalize()));
      }
      return new InstanceLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock the data folder " + folder, e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException sameProcess) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot release the data folder's lock", e);
    }
  }
}
