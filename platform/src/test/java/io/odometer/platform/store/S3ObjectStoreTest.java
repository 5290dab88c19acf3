// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.odometer.core.error.ErrorName;
import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.PutCondition;
import io.odometer.platform.lifecycle.Backoff;
import io.odometer.platform.lifecycle.Health;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

/** What the S3 adapter does when the store misbehaves; the contract tells the rest. */
@Timeout(60)
class S3ObjectStoreTest {
  private static final ObjectKey KEY = new ObjectKey("bucket", "a/b");
  private static final String MARK = "X-amz-meta-odometer-write";
  private static final S3Calls CALLS =
      new S3Calls(3, new Backoff(Duration.ofMillis(1), Duration.ofMillis(5), new Random(1)));

  /** A store with one object, whose next answers can be spoilt. */
  private static final class BadStore implements AutoCloseable {
    private final Deque<Integer> spoilt = new ArrayDeque<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer server;
    private boolean loseNextAnswer;
    private Optional<byte[]> content = Optional.empty();
    private Optional<String> mark = Optional.empty();

    BadStore() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", this::handle);
      server.start();
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
      requests.incrementAndGet();
      byte[] body = exchange.getRequestBody().readAllBytes();
      Integer status = spoilt.poll();
      if (status != null) {
        answer(exchange, status);
      } else if (exchange.getRequestMethod().equals("PUT")) {
        put(exchange, body);
      } else {
        answer(exchange, content.isPresent() ? 200 : 404);
      }
    }

    private void put(HttpExchange exchange, byte[] body) throws IOException {
      boolean absentOnly = exchange.getRequestHeaders().containsKey("If-None-Match");
      if (absentOnly && content.isPresent()) {
        answer(exchange, 412);
        return;
      }
      content = Optional.of(body);
      mark = Optional.ofNullable(exchange.getRequestHeaders().getFirst(MARK));
      if (loseNextAnswer) {
        loseNextAnswer = false;
        exchange.close();
      } else {
        answer(exchange, 200);
      }
    }

    private void answer(HttpExchange exchange, int status) throws IOException {
      exchange.getResponseHeaders().add("ETag", "\"etag-1\"");
      exchange.getResponseHeaders().add("Last-Modified", "Fri, 02 Jan 2026 03:04:05 GMT");
      mark.ifPresent(id -> exchange.getResponseHeaders().add(MARK, id));
      byte[] body = body(exchange.getRequestMethod(), status);
      exchange
          .getResponseHeaders()
          .add("Content-Type", status == 412 ? "application/xml" : "text/plain");
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    }

    private byte[] body(String method, int status) {
      return switch (status) {
        case 200 -> method.equals("GET") ? content.orElseThrow() : new byte[0];
        case 412 -> "<Error><Code>PreconditionFailed</Code></Error>".getBytes(UTF_8);
        default -> new byte[0];
      };
    }

    URI endpoint() {
      return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }

  private BadStore server = new BadStore();
  private S3ObjectStore store = client(server.endpoint());

  S3ObjectStoreTest() throws IOException {}

  private static S3ObjectStore client(URI endpoint) {
    return new S3ObjectStore(new StoreSettings(endpoint, "key", "secret", "us-east-1"), CALLS);
  }

  @BeforeEach
  void fill() {
    server.content = Optional.of("hello".getBytes(UTF_8));
  }

  @AfterEach
  void close() {
    store.close();
    server.close();
  }

  private static void assertFails(ErrorName expected, Executable action) {
    OdometerException failure = assertThrows(OdometerException.class, action);
    assertEquals(expected, failure.error(), failure::reason);
  }

  @Test
  void a_store_that_is_busy_is_asked_again() {
    server.spoilt.add(503);
    server.spoilt.add(500);
    assertArrayEquals("hello".getBytes(UTF_8), store.read(KEY));
    assertEquals(3, server.requests.get());
  }

  @Test
  void a_store_that_stays_busy_is_unavailable_after_the_last_try() {
    for (int answer = 0; answer < 10; answer++) {
      server.spoilt.add(503);
    }
    assertFails(Errors.STORE_UNAVAILABLE, () -> store.read(KEY));
    assertEquals(3, server.requests.get());
  }

  @Test
  void a_refusal_is_final_and_named() {
    server.spoilt.add(403);
    assertFails(Errors.STORE_REFUSED, () -> store.find(KEY));
    assertEquals(1, server.requests.get());
  }

  @Test
  void a_write_that_happened_without_an_answer_is_no_lost_race() {
    server.content = Optional.empty();
    server.loseNextAnswer = true;
    byte[] mine = "mine".getBytes(UTF_8);
    assertEquals("etag-1", store.put(KEY, mine, new PutCondition.IfAbsent()).etag());
    assertArrayEquals(mine, server.content.orElseThrow());
  }

  @Test
  void a_race_lost_after_a_silent_try_is_lost() {
    server.spoilt.add(503);
    server.mark = Optional.of("somebody-else");
    byte[] mine = "mine".getBytes(UTF_8);
    assertFails(Errors.STORE_PRECONDITION, () -> store.put(KEY, mine, new PutCondition.IfAbsent()));
    assertArrayEquals("hello".getBytes(UTF_8), server.content.orElseThrow());
  }

  @Test
  void health_tells_an_answer_from_a_refusal_and_from_silence() {
    assertEquals(Health.ready(), store.check());
    server.spoilt.add(404);
    assertEquals(Health.ready(), store.check(), "the bucket may be made later");
    server.spoilt.add(403);
    assertInstanceOf(Health.NotReady.class, store.check());
    server.close();
    assertInstanceOf(Health.NotReady.class, store.check());
  }

  @Test
  void a_store_that_is_not_there_is_unavailable() {
    try (S3ObjectStore nowhere = client(URI.create("http://127.0.0.1:1"))) {
      assertFails(Errors.STORE_UNAVAILABLE, () -> nowhere.find(KEY));
      assertFails(Errors.STORE_UNAVAILABLE, () -> nowhere.list("bucket", "").toList());
      assertFails(Errors.STORE_UNAVAILABLE, () -> nowhere.ensureBucket("bucket"));
      assertInstanceOf(Health.NotReady.class, nowhere.check());
    }
  }

  @Test
  void an_interrupt_ends_the_call_and_is_kept() {
    Thread.currentThread().interrupt();
    assertFails(Errors.STORE_UNAVAILABLE, () -> store.read(KEY));
    assertTrue(Thread.interrupted());
    assertFalse(Thread.currentThread().isInterrupted());
  }
}
