// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import io.odometer.platform.lifecycle.Health;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;

/**
 * The server of one service: its routes, and what every service has: {@code /health/live}, {@code
 * /health/ready}, {@code /metrics}, tokens, request ids, errors as JSON, a limit on bodies.
 */
public final class HttpServer implements AutoCloseable {
  /** As SageMaker's endpoints have it. */
  static final long BODY_LIMIT = 6L << 20;

  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

  private final HttpSettings settings;
  private final Javalin server;
  private boolean stopped;

  /**
   * @param registry gets the metrics of the requests and of the JVM, and is what {@code /metrics}
   *     shows
   * @param checks by name, what must be ready for the service to be
   * @param routes adds the service's own; a handler throws {@link HttpProblem} or an
   *     OdometerException for what goes wrong
   */
  public HttpServer(
      HttpSettings settings,
      PrometheusRegistry registry,
      Map<String, Supplier<Health>> checks,
      Consumer<RoutesConfig> routes) {
    this.settings = settings;
    JvmMetrics.builder().register(registry);
    this.server = Javalin.create(config -> configure(config, registry, checks, routes));
  }

  private void configure(
      JavalinConfig config,
      PrometheusRegistry registry,
      Map<String, Supplier<Health>> checks,
      Consumer<RoutesConfig> routes) {
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.http.maxRequestSize = BODY_LIMIT;
    config.http.prefer405over404 = true;
    config.http.defaultContentType = "application/json";
    config.jsonMapper(new JsonBodies());
    config.jetty.modifyServer(HttpServer::prepare);
    RequestFrame frame = new RequestFrame(settings.token());
    RequestMetrics metrics = new RequestMetrics(registry);
    config.routes.before(frame::begin);
    config.requestLogger.http(
        (context, milliseconds) -> {
          metrics.observe(context, milliseconds);
          frame.end();
        });
    new ErrorAnswers().addTo(config.routes);
    new CommonRoutes(registry, checks).addTo(config.routes);
    routes.accept(config.routes);
  }

  private static void prepare(Server server) {
    server.setStopTimeout(STOP_LIMIT.toMillis());
    server.setErrorHandler(new JettyErrors());
    server.insertHandler(new GracefulHandler());
  }

  /**
   * Takes requests from now on.
   *
   * @throws IllegalStateException naming host and port if it is taken
   */
  public void start() {
    try {
      server.start(settings.host(), settings.port());
    } catch (JavalinBindException taken) {
      throw new IllegalStateException(
          "port %d of %s is in use by another process".formatted(settings.port(), settings.host()),
          taken);
    }
  }

  /** The port actually bound. */
  public int port() {
    return server.port();
  }

  public URI uri() {
    return URI.create("http://%s:%d".formatted(settings.host(), port()));
  }

  /** The id of a request: the client's {@code X-Request-Id} when sane, else one made for it. */
  public static String requestId(Context context) {
    return RequestFrame.id(context);
  }

  /** Ends what is under way, within a limit. */
  @Override
  public synchronized void close() {
    if (!stopped) {
      stopped = true;
      server.stop();
    }
  }
}
