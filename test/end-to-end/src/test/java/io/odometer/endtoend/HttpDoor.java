// SPDX-License-Identifier: Apache-2.0
package io.odometer.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The HTTP API of one service. */
final class HttpDoor implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;

  HttpDoor(int port) {
    this.base = URI.create("http://127.0.0.1:" + port);
  }

  /** An answer. */
  record Answer(int status, String body) {}

  Answer get(String path) {
    return call("GET", path, "");
  }

  Answer call(String method, String path, String body) {
    try {
      return send(method, path, body);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  boolean answers(String path) {
    try {
      return send("GET", path, "").status() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private Answer send(String method, String path, String body) throws IOException {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      var response = http.send(request, BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
