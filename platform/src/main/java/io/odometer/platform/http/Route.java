// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** One route of an API; a path's variables are in braces, as in OpenAPI. */
public record Route(HandlerType method, String path, Handler handler) {
  /**
   * {@code GET /openapi.json}, read once.
   *
   * @param resource the document, named as {@link Class#getResourceAsStream} wants it
   * @throws IllegalStateException if it is not in the jar
   */
  public static Route openApi(Class<?> beside, String resource) {
    byte[] document = read(beside, resource);
    return new Route(
        HandlerType.GET,
        "/openapi.json",
        context -> context.contentType("application/json").result(document));
  }

  public void addTo(RoutesConfig server) {
    server.addHttpHandler(method, path, handler);
  }

  private static byte[] read(Class<?> beside, String resource) {
    try (InputStream document = beside.getResourceAsStream(resource)) {
      if (document == null) {
        throw new IllegalStateException(resource + " is not in the jar");
      }
      return document.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
