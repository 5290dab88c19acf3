// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** A receiver of webhooks that answers as it is told, and with 204 when it is told nothing. */
final class Receiver implements AutoCloseable {
  record Answer(int status, Map<String, String> headers) {}

  record Posted(Headers headers, byte[] body) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  final BlockingQueue<Posted> posts = new LinkedBlockingQueue<>();

  Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
    server.createContext("/hook", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:%d/hook?key=x".formatted(server.getAddress().getPort()));
  }

  Receiver answering(int... statuses) {
    for (int status : statuses) {
      answers.add(new Answer(status, Map.of()));
    }
    return this;
  }

  Receiver answering(int status, String header, String value) {
    answers.add(new Answer(status, Map.of(header, value)));
    return this;
  }

  private void answer(HttpExchange exchange) throws IOException {
    posts.add(new Posted(exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes()));
    Answer next = answers.poll();
    Answer answer = next == null ? new Answer(204, Map.of()) : next;
    answer
        .headers()
        .forEach((name, value) -> exchange.getResponseHeaders().put(name, List.of(value)));
    exchange.sendResponseHeaders(answer.status(), -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
