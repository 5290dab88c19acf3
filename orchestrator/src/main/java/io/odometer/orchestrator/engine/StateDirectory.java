// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import io.odometer.platform.lifecycle.FileTrees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder of this process's own for Kafka Streams' locks; nothing in it outlives the process. */
record StateDirectory(Path path) implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StateDirectory.class);

  static StateDirectory create() {
    try {
      return new StateDirectory(Files.createTempDirectory("odometer-engine-"));
    } catch (IOException failure) {
      throw new UncheckedIOException("no folder for the engine's locks", failure);
    }
  }

  @Override
  public void close() {
    try {
      FileTrees.delete(path);
    } catch (IOException | UncheckedIOException failure) {
      LOG.warn("{} stays behind", path, failure);
    }
  }
}
