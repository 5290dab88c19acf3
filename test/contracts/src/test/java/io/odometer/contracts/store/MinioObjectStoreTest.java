// SPDX-License-Identifier: Apache-2.0
package io.odometer.contracts.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.odometer.core.store.ObjectStore;
import io.odometer.platform.lifecycle.Closer;
import io.odometer.platform.store.S3ObjectStore;
import io.odometer.testservers.MinioServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class MinioObjectStoreTest extends ObjectStoreContract {
  private static final String ABSENT =
      "no MinIO server at hand: .ci/minio builds one, or ODOMETER_MINIO names one";

  private final Closer closer = new Closer();
  private Optional<S3ObjectStore> client = Optional.empty();

  @BeforeAll
  void start(@TempDir Path data) throws IOException {
    Optional<Path> binary = MinioServer.binary();
    if (binary.isEmpty()) {
      System.out.println("skipped: " + ABSENT);
    }
    assumeTrue(binary.isPresent(), ABSENT);
    MinioServer server = closer.add(MinioServer.start(binary.get(), data));
    client = Optional.of(closer.add(new S3ObjectStore(server.settings())));
  }

  @AfterAll
  void stop() {
    closer.close();
  }

  @Override
  ObjectStore store() {
    return client.orElseThrow();
  }
}
