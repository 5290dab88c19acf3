// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.minio.GetObjectArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.standalone.ChildProcess;
import io.odometer.standalone.Ports;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class EmbeddedStoreTest {
  private static final Credentials KEYS = new Credentials("someone", "a secret");
  private static final String BUCKET = "things";

  @TempDir private Path folder;

  @Test
  void objects_are_there_again_after_a_restart() throws Exception {
    try (var store = started()) {
      put(withBucket(store.endpoint()), "a/b", "hello", Map.of());
    }
    try (var store = started()) {
      assertEquals("hello", get(client(store.endpoint(), KEYS), "a/b"));
    }
  }

  @Test
  void objects_survive_a_killed_process_and_unfinished_writes_vanish() throws Exception {
    try (var child = new ChildProcess(StoreChild.class, folder.toString())) {
      put(withBucket(URI.create(child.await("endpoint"))), "a/b", "hello", Map.of());
      child.kill();
    }
    Path unfinished = unfinished("b");
    Path whole = unfinished("c");
    Files.getFileAttributeView(whole, UserDefinedFileAttributeView.class)
        .write("user.content-md5", ByteBuffer.allocate(16));
    try (var store = started()) {
      assertEquals("hello", get(client(store.endpoint(), KEYS), "a/b"));
      assertFalse(Files.exists(unfinished));
      assertTrue(Files.exists(whole));
    }
  }

  @Test
  void a_wrong_key_is_refused() throws Exception {
    try (var store = started()) {
      put(withBucket(store.endpoint()), "a", "hello", Map.of());
      var stranger = client(store.endpoint(), new Credentials("someone", "a guess"));
      var failure = assertThrows(ErrorResponseException.class, () -> get(stranger, "a"));
      assertEquals(403, failure.response().code());
    }
  }

  @Test
  void of_many_writers_with_one_etag_one_wins() throws Exception {
    try (var store = started();
        var threads = Executors.newFixedThreadPool(8)) {
      var client = withBucket(store.endpoint());
      put(client, "counter", "0", Map.of());
      Callable<Integer> increments = () -> incrementUntil(client, 10);
      var sums = threads.invokeAll(java.util.Collections.nCopies(8, increments));
      for (var sum : sums) {
        assertEquals(10, sum.get());
      }
      assertEquals("80", get(client, "counter"));
    }
  }

  @Test
  void large_objects_come_back_whole() throws Exception {
    byte[] large = new byte[12 << 20];
    IntStream.range(0, large.length).forEach(i -> large[i] = (byte) (i * 31));
    try (var store = started()) {
      var client = withBucket(store.endpoint());
      client.putObject(
          PutObjectArgs.builder().bucket(BUCKET).object("large").stream(
                  new ByteArrayInputStream(large), (long) large.length, (long) (5 << 20))
              .build());
      try (var content =
          client.getObject(GetObjectArgs.builder().bucket(BUCKET).object("large").build())) {
        assertArrayEquals(large, content.readAllBytes());
      }
    }
  }

  @Test
  void a_port_in_use_is_named() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName(Ports.HOST));
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

  private Path unfinished(String key) throws Exception {
    Path file = folder.resolve(BUCKET).resolve(key + "-0b5c7d5e-1111-2222-3333-0123456789ab");
    return Files.writeString(file, "hel");
  }

  private static int incrementUntil(MinioClient client, int wins) throws Exception {
    int won = 0;
    while (won < wins) {
      won += increment(client) ? 1 : 0;
    }
    return won;
  }

  private static boolean increment(MinioClient client) throws Exception {
    try (var current =
        client.getObject(GetObjectArgs.builder().bucket(BUCKET).object("counter").build())) {
      String etag = String.valueOf(current.headers().get("ETag"));
      int value = Integer.parseInt(new String(current.readAllBytes(), StandardCharsets.UTF_8));
      put(client, "counter", String.valueOf(value + 1), Map.of("If-Match", etag));
      return true;
    } catch (ErrorResponseException lost) {
      assertEquals(412, lost.response().code());
      return false;
    }
  }

  private static MinioClient withBucket(URI endpoint) throws Exception {
    var client = client(endpoint, KEYS);
    client.makeBucket(MakeBucketArgs.builder().bucket(BUCKET).build());
    return client;
  }

  private static MinioClient client(URI endpoint, Credentials keys) {
    return MinioClient.builder()
        .endpoint(endpoint.toString())
        .credentials(keys.accessKey(), keys.secretKey())
        .build();
  }

  private static void put(
      MinioClient client, String key, String content, Map<String, String> headers)
      throws Exception {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    client.putObject(
        PutObjectArgs.builder().bucket(BUCKET).object(key).headers(headers).stream(
                new ByteArrayInputStream(bytes), (long) bytes.length, -1L)
            .build());
  }

  private static String get(MinioClient client, String key) throws Exception {
    try (var content =
        client.getObject(GetObjectArgs.builder().bucket(BUCKET).object(key).build())) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
