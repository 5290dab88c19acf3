// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.lifecycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders of the local disk and all that is in them. */
public final class FileTrees {
  private FileTrees() {}

  /** Leaves first, so that every folder is empty when its turn comes. */
  public static void delete(Path root) throws IOException {
    try (Stream<Path> tree = Files.walk(root)) {
      List<Path> leavesFirst = tree.sorted(Comparator.reverseOrder()).toList();
      for (Path path : leavesFirst) {
        Files.deleteIfExists(path);
      }
    }
  }
}
