// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.kafka;

import io.odometer.standalone.Ports;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka broker and its controller in this process, on 127.0.0.1. What was acknowledged is in the
 * directory and is there again after a restart, a killed process included. One starter, one closer;
 * two brokers may not share a directory.
 */
public final class EmbeddedKafka implements AutoCloseable {
  private static final String CLUSTER = "b2RvbWV0ZXItYWxvbmUtMQ";

  private final Path directory;
  private final int port;
  private @Nullable KafkaRaftServer server;

  /**
   * @param directory made if absent
   * @param port known beforehand, since the broker tells it to its clients
   */
  public EmbeddedKafka(Path directory, int port) {
    this.directory = directory;
    this.port = port;
  }

  /** Returns when the broker takes requests, after 2 to 3 s; {@code Port.InUse}. */
  public synchronized void start() {
    Ports.requireFree(port, "Kafka");
    format();
    var settings = BrokerSettings.of(directory, port, Ports.free());
    var started = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
    server = started;
    started.startup();
  }

  /** For clients: host and port. */
  public String bootstrapServers() {
    return Ports.HOST + ":" + port;
  }

  /** Safe to call twice, and when it never started. */
  @Override
  public synchronized void close() {
    var running = server;
    server = null;
    if (running != null) {
      running.shutdown();
      running.awaitShutdown();
    }
  }

  private void format() {
    try {
      Files.createDirectories(directory);
      new Formatter()
          .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
          .setClusterId(CLUSTER)
          .setNodeId(BrokerSettings.NODE)
          .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
          .setMetadataLogDirectory(directory.toString())
          .addDirectory(directory.toString())
          .setIgnoreFormatted(true)
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .run();
    } catch (IOException e) {
      throw new IllegalStateException("Kafka cannot use the folder " + directory, e);
    } catch (Exception e) {
      throw new IllegalStateException("Kafka cannot format the folder " + directory, e);
    }
  }
}
