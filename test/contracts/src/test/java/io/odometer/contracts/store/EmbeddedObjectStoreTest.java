// SPDX-License-Identifier: Apache-2.0
package io.odometer.contracts.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.odometer.core.store.ObjectStore;
import io.odometer.platform.lifecycle.Closer;
import io.odometer.platform.store.S3ObjectStore;
import io.odometer.platform.store.StoreSettings;
import io.odometer.standalone.store.Credentials;
import io.odometer.standalone.store.EmbeddedStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The S3 adapter on the store that standalone embeds. */
@TestInstance(Lifecycle.PER_CLASS)
class EmbeddedObjectStoreTest extends ObjectStoreContract {
  /** Where parts of an upload lie in the store's folder until it ends. */
  private static final String UPLOAD = ".mpus-";

  @TempDir private static Path data;

  private final Closer closer = new Closer();
  private Optional<S3ObjectStore> client = Optional.empty();

  @BeforeAll
  void start() {
    EmbeddedStore server =
        closer.add(new EmbeddedStore(data, 0, new Credentials("contract", "not a default")));
    server.start();
    StoreSettings settings =
        new StoreSettings(server.endpoint(), "contract", "not a default", "us-east-1");
    client = Optional.of(closer.add(new S3ObjectStore(settings)));
  }

  @AfterEach
  void no_upload_is_left() throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      assertEquals(List.of(), files.filter(EmbeddedObjectStoreTest::isOfUpload).toList());
    }
  }

  private static boolean isOfUpload(Path file) {
    return file.getFileName().toString().startsWith(UPLOAD);
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
