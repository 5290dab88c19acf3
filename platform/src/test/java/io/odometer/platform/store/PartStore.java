// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that takes one object, in one piece or in parts, and sometimes keeps its answer. */
final class PartStore implements AutoCloseable {
  private static final String MARK = "X-amz-meta-odometer-write";

  /** What was done, in order: {@code begin}, {@code part 1}, {@code complete}, ... */
  final List<String> done = new CopyOnWriteArrayList<>();

  /** So many parts are turned away yet. */
  final AtomicInteger busy = new AtomicInteger();

  volatile boolean losesCompletion;

  private final HttpServer server;
  private Optional<String> mark = Optional.empty();

  PartStore() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    Optional<String> sent = Optional.ofNullable(exchange.getRequestHeaders().getFirst(MARK));
    mark = sent.or(() -> mark);
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    switch (exchange.getRequestMethod()) {
      case "POST" -> post(exchange, query);
      case "PUT" -> part(exchange, query);
      case "DELETE" -> answer(exchange, 204, "abort", "");
      default -> answer(exchange, 200, "look", "");
    }
  }

  private void post(HttpExchange exchange, String query) throws IOException {
    if (query.startsWith("uploads")) {
      begin(exchange);
    } else {
      complete(exchange);
    }
  }

  private void begin(HttpExchange exchange) throws IOException {
    String id = "<UploadId>u</UploadId>";
    answer(exchange, 200, "begin", in("InitiateMultipartUploadResult", id));
  }

  private void part(HttpExchange exchange, String query) throws IOException {
    String number = query.replaceAll(".*partNumber=(\\d+).*", "part $1");
    boolean turnedAway = busy.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    answer(exchange, turnedAway ? 503 : 200, query.equals("null") ? "put" : number, "");
  }

  private void complete(HttpExchange exchange) throws IOException {
    if (done.contains("complete")) {
      answer(exchange, 404, "complete", in("Error", "<Code>NoSuchUpload</Code>"));
    } else if (losesCompletion) {
      done.add("complete");
      exchange.close();
    } else {
      String etag = "<Location>/</Location><ETag>\"etag-1\"</ETag>";
      answer(exchange, 200, "complete", in("CompleteMultipartUploadResult", etag));
    }
  }

  private static String in(String element, String content) {
    String key = "<Bucket>bucket</Bucket><Key>a/b</Key>";
    return "<%s>%s%s</%s>".formatted(element, content, key, element);
  }

  private void answer(HttpExchange exchange, int status, String what, String body)
      throws IOException {
    done.add(what);
    exchange.getResponseHeaders().add("ETag", "\"etag-1\"");
    exchange.getResponseHeaders().add("Last-Modified", "Fri, 02 Jan 2026 03:04:05 GMT");
    exchange.getResponseHeaders().add("Content-Type", "application/xml");
    mark.ifPresent(id -> exchange.getResponseHeaders().add(MARK, id));
    exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.length());
    exchange.getResponseBody().write(body.getBytes(UTF_8));
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
