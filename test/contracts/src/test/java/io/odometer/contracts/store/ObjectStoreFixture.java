// SPDX-License-Identifier: Apache-2.0
package io.odometer.contracts.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.odometer.core.error.ErrorName;
import io.odometer.core.error.OdometerException;
import io.odometer.core.store.ObjectContent;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.PutCondition;
import io.odometer.platform.store.InMemoryObjectStore;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;

/** A store with a folder of its own for each test. */
abstract class ObjectStoreFixture {
  static final PutCondition ALWAYS = new PutCondition.Always();
  static final PutCondition IF_ABSENT = new PutCondition.IfAbsent();
  static final String BUCKET = "contract";

  String folder = "";
  ObjectStore store = new InMemoryObjectStore();

  /** The adapter under test. */
  abstract ObjectStore store();

  @BeforeEach
  final void open() {
    folder = UUID.randomUUID().toString();
    store = store();
    store.ensureBucket(BUCKET);
  }

  ObjectKey key(String name) {
    return new ObjectKey(BUCKET, folder + "/" + name);
  }

  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  static byte[] noise(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  static void assertFails(ErrorName expected, Executable action) {
    OdometerException failure = assertThrows(OdometerException.class, action);
    assertEquals(expected, failure.error(), failure::reason);
  }

  List<ObjectInfo> list(String prefix) {
    try (Stream<ObjectInfo> listing = store.list(BUCKET, prefix)) {
      return listing.toList();
    }
  }

  /** The paths of this test's objects below its folder. */
  List<String> names() {
    return list(folder + "/").stream()
        .map(info -> info.key().path().substring(folder.length() + 1))
        .toList();
  }

  byte[] range(ObjectInfo info, long offset, long length) throws IOException {
    try (ObjectContent content = store.openRange(info.key(), info.etag(), offset, length)) {
      assertEquals(info.size(), content.info().size(), "the info is of the whole object");
      return content.stream().readAllBytes();
    }
  }
}
