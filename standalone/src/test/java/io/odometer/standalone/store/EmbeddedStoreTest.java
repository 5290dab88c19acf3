// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.store.ObjectContent;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.PutCondition;
import io.odometer.platform.store.S3ObjectStore;
import io.odometer.platform.store.StoreSettings;
import io.odometer.standalone.ChildProcess;
import io.odometer.standalone.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class EmbeddedStoreTest {
  private static final Credentials KEYS = new Credentials("someone", "a secret");
  private static final String BUCKET = "things";
  private static final ObjectKey KEY = new ObjectKey(BUCKET, "a/b");

  @TempDir private Path folder;

  @Test
  void objects_are_there_again_after_a_restart() {
    try (var store = started();
        var client = withBucket(store.endpoint())) {
      put(client, KEY, "hello", new PutCondition.Always());
    }
    try (var store = started();
        var client = client(store.endpoint(), KEYS)) {
      assertEquals("hello", text(client.read(KEY)));
    }
  }

  @Test
  void objects_survive_a_killed_process_and_unfinished_writes_vanish() throws IOException {
    try (var child = new ChildProcess(StoreChild.class, folder.toString());
        var client = withBucket(URI.create(child.await("endpoint")))) {
      put(client, KEY, "hello", new PutCondition.Always());
      child.kill();
    }
    Path unfinished = unfinished("b");
    Path whole = unfinished("c");
    Files.getFileAttributeView(whole, UserDefinedFileAttributeView.class)
        .write("user.content-md5", ByteBuffer.allocate(16));
    try (var store = started();
        var client = client(store.endpoint(), KEYS)) {
      assertEquals("hello", text(client.read(KEY)));
      assertFalse(Files.exists(unfinished));
      assertTrue(Files.exists(whole));
    }
  }

  @Test
  void what_is_still_being_written_is_not_listed() throws IOException {
    try (var store = started();
        var client = withBucket(store.endpoint())) {
      put(client, KEY, "hello", new PutCondition.Always());
      unfinished("b");
      try (var listed = client.list(BUCKET, "")) {
        assertEquals(List.of(KEY), listed.map(ObjectInfo::key).toList());
      }
    }
  }

  @Test
  void a_wrong_key_is_refused() {
    try (var store = started();
        var client = withBucket(store.endpoint());
        var stranger = client(store.endpoint(), new Credentials("someone", "a guess"))) {
      put(client, KEY, "hello", new PutCondition.Always());
      assertThrows(OdometerException.class, () -> stranger.read(KEY));
    }
  }

  @Test
  void of_many_writers_with_one_etag_one_wins() throws Exception {
    try (var store = started();
        var client = withBucket(store.endpoint());
        var threads = Executors.newFixedThreadPool(8)) {
      put(client, KEY, "0", new PutCondition.Always());
      Callable<Integer> increments = () -> incrementUntil(client, 10);
      for (var wins : threads.invokeAll(Collections.nCopies(8, increments))) {
        assertEquals(10, wins.get());
      }
      assertEquals("80", text(client.read(KEY)));
    }
  }

  @Test
  void large_objects_come_back_whole() {
    byte[] large = new byte[12 << 20];
    IntStream.range(0, large.length).forEach(i -> large[i] = (byte) (i * 31));
    try (var store = started();
        var client = withBucket(store.endpoint())) {
      client.put(KEY, large, new PutCondition.Always());
      assertArrayEquals(large, client.read(KEY));
    }
  }

  @Test
  void a_port_in_use_is_named() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral(Ports.HOST));
        var store = new EmbeddedStore(folder, taken.getLocalPort(), KEYS)) {
      var failure = assertThrows(OdometerException.class, store::start);
      assertEquals(Errors.PORT_IN_USE, failure.error());
      assertTrue(failure.reason().contains("port " + taken.getLocalPort()), failure.reason());
    }
  }

  @Test
  void the_secret_is_not_printed() {
    assertFalse(KEYS.toString().contains("a secret"));
  }

  private EmbeddedStore started() {
    var store = new EmbeddedStore(folder, 0, KEYS);
    store.start();
    return store;
  }

  private Path unfinished(String key) throws IOException {
    Path file = folder.resolve(BUCKET).resolve(key + "-0b5c7d5e-1111-2222-3333-0123456789ab");
    return Files.writeString(file, "hel");
  }

  private static int incrementUntil(ObjectStore client, int wins) throws IOException {
    int won = 0;
    while (won < wins) {
      won += increment(client) ? 1 : 0;
    }
    return won;
  }

  private static boolean increment(ObjectStore client) throws IOException {
    try (ObjectContent current = client.open(KEY)) {
      int value = Integer.parseInt(text(current.stream().readAllBytes()));
      var condition = new PutCondition.IfMatch(current.info().etag());
      put(client, KEY, String.valueOf(value + 1), condition);
      return true;
    } catch (OdometerException lost) {
      assertEquals(Errors.STORE_PRECONDITION, lost.error());
      return false;
    }
  }

  private static S3ObjectStore withBucket(URI endpoint) {
    var client = client(endpoint, KEYS);
    client.ensureBucket(BUCKET);
    return client;
  }

  private static S3ObjectStore client(URI endpoint, Credentials keys) {
    return new S3ObjectStore(
        new StoreSettings(endpoint, keys.accessKey(), keys.secretKey(), "us-east-1"));
  }

  private static void put(
      ObjectStore client, ObjectKey key, String content, PutCondition condition) {
    client.put(key, content.getBytes(StandardCharsets.UTF_8), condition);
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }
}
