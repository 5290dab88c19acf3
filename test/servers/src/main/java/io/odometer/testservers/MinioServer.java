// SPDX-License-Identifier: Apache-2.0
package io.odometer.testservers;

import io.odometer.platform.lifecycle.Health;
import io.odometer.platform.store.S3ObjectStore;
import io.odometer.platform.store.StoreSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real MinIO server in a process of its own, its data in a folder. */
public final class MinioServer implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(30);

  private final Process process;
  private final StoreSettings settings;

  private MinioServer(Process process, StoreSettings settings) {
    this.process = process;
    this.settings = settings;
  }

  /** The binary that ODOMETER_MINIO names, or the newest that .ci/minio has built. */
  public static Optional<Path> binary() {
    String named = System.getenv("ODOMETER_MINIO");
    return named == null || named.isBlank()
        ? cached()
        : Optional.of(Path.of(named)).filter(Files::isExecutable);
  }

  private static Optional<Path> cached() {
    String home = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
    Path cache =
        home.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(home);
    try (Stream<Path> versions = Files.list(cache.resolve("odometer"))) {
      return versions
          .filter(folder -> folder.getFileName().toString().startsWith("minio"))
          .map(folder -> folder.resolve("minio"))
          .filter(Files::isExecutable)
          .max(Path::compareTo);
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  public static MinioServer start(Path binary, Path data) throws IOException {
    int port = freePort();
    StoreSettings settings =
        new StoreSettings(
            URI.create("http://127.0.0.1:" + port),
            "contract",
            UUID.randomUUID().toString(),
            "us-east-1");
    ProcessBuilder builder =
        new ProcessBuilder(
            binary.toString(),
            "server",
            data.resolve("objects").toString(),
            "--address",
            "127.0.0.1:" + port,
            "--console-address",
            "127.0.0.1:" + freePort());
    builder.environment().put("MINIO_ROOT_USER", settings.accessKey());
    builder.environment().put("MINIO_ROOT_PASSWORD", settings.secretKey());
    builder.redirectErrorStream(true).redirectOutput(data.resolve("minio.log").toFile());
    MinioServer server = new MinioServer(builder.start(), settings);
    server.awaitReady();
    return server;
  }

  public StoreSettings settings() {
    return settings;
  }

  private void awaitReady() {
    Instant deadline = Instant.now().plus(START_LIMIT);
    try (S3ObjectStore store = new S3ObjectStore(settings)) {
      while (!(store.check() instanceof Health.Ready)) {
        if (Instant.now().isAfter(deadline) || !process.isAlive()) {
          close();
          throw new IllegalStateException("MinIO did not start: " + store.check());
        }
        Thread.onSpinWait();
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
