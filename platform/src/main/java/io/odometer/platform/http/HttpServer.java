// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.odometer.platform.lifecycle.Health;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The server of one service: its routes, and what every service has: {@code /health/live}, {@code
 * /health/ready}, {@code /metrics}, tokens, request ids, errors as JSON, a limit on bodies.
 */
public final class HttpServer implements AutoCloseable {
  /**
   * @param checks by name, what must be ready for the service to be
   * @param routes adds the service's own; a handler throws {@link HttpProblem} or an
   *     OdometerException for what goes wrong
   */
  public HttpServer(
      HttpSettings settings,
      PrometheusRegistry registry,
      Map<String, Supplier<Health>> checks,
      Consumer<RoutesConfig> routes) {
    throw new UnsupportedOperationException("to be written");
  }

  /**
   * @throws IllegalStateException naming host and port if it is taken
   */
  public void start() {}

  /** The port actually bound. */
  public int port() {
    throw new UnsupportedOperationException("to be written");
  }

  public URI uri() {
    throw new UnsupportedOperationException("to be written");
  }

  /** The id of a request: the client's {@code X-Request-Id} when sane, else one made for it. */
  public static String requestId(Context context) {
    throw new UnsupportedOperationException("to be written");
  }

  /** Ends what is under way, within a limit. */
  @Override
  public void close() {}
}
