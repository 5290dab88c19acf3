// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folder where mails lie that no server took. */
record Outbox(Path folder) {
  /** The names of all mails that are there. */
  Set<Path> mails() {
    if (!Files.isDirectory(folder)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot look into " + folder, failure);
    }
  }

  /** Keeps a copy of a file for people to open; where it is. */
  Path keep(String name, byte[] content) {
    try {
      return Files.write(Files.createDirectories(folder).resolve(name), content);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot write " + name + " to " + folder, failure);
    }
  }

  /** A mail of that kind that was not there before. */
  Optional<Path> news(Set<Path> before, String kind) {
    return mails().stream()
        .filter(mail -> !before.contains(mail))
        .filter(mail -> mail.getFileName().toString().contains(kind))
        .findFirst();
  }
}
