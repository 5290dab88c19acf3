// SPDX-License-Identifier: Apache-2.0
package io.odometer.contracts.store;

import io.odometer.core.store.ObjectStore;
import io.odometer.platform.lifecycle.Closer;
import io.odometer.platform.store.S3ObjectStore;
import io.odometer.platform.store.StoreSettings;
import io.odometer.standalone.store.Credentials;
import io.odometer.standalone.store.EmbeddedStore;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The S3 adapter on the store that standalone embeds. */
@TestInstance(Lifecycle.PER_CLASS)
class EmbeddedObjectStoreTest extends ObjectStoreContract {
  private final Closer closer = new Closer();
  private Optional<S3ObjectStore> client = Optional.empty();

  @BeforeAll
  void start(@TempDir Path data) {
    EmbeddedStore server =
        closer.add(new EmbeddedStore(data, 0, new Credentials("contract", "not a default")));
    server.start();
    StoreSettings settings =
        new StoreSettings(server.endpoint(), "contract", "not a default", "us-east-1");
    client = Optional.of(closer.add(new S3ObjectStore(settings)));
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
