// SPDX-License-Identifier: Apache-2.0
package io.odometer.endtoend;

import io.odometer.standalone.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A service as a process of its own, which can be killed. */
final class ServiceProcess implements AutoCloseable {
  private final Process process;
  private final HttpDoor http;

  private ServiceProcess(Process process, int port) {
    this.process = process;
    this.http = new HttpDoor(port);
  }

  /**
   * @param main the class that runs it
   * @param log what it says is appended there
   */
  static ServiceProcess launched(Class<?> main, Map<String, String> environment, Path log) {
    int port = Ports.free();
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName());
    builder.environment().putAll(environment);
    builder.environment().put("ODOMETER_HTTP_PORT", String.valueOf(port));
    try {
      var output = Redirect.appendTo(log.toFile());
      return new ServiceProcess(builder.redirectOutput(output).redirectError(output).start(), port);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void awaitReady() {
    Await.that("the service", () -> http.answers("/health/ready"));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** How many ranges it has scored. */
  long rangesScored() {
    return http.get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("odometer_tasks_total{"))
        .filter(line -> line.contains("\"score\"") && line.contains("\"succeeded\""))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** As {@code kill -9}. */
  void kill() {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    kill();
    http.close();
  }
}
