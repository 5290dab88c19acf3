// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.kafka;

import io.odometer.standalone.Ports;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** The settings of a single broker that starts fast, fails over fast and stays small. */
final class BrokerSettings {
  static final int NODE = 1;
  static final String CONTROLLER_LISTENER = "CONTROLLER";

  /** Internal topics on one node: one copy, one partition, small files. */
  private static final Map<String, Object> INTERNAL_TOPICS =
      Map.ofEntries(
          Map.entry("default.replication.factor", 1),
          Map.entry("offsets.topic.replication.factor", 1),
          Map.entry("offsets.topic.num.partitions", 1),
          Map.entry("offsets.topic.segment.bytes", 16 << 20),
          Map.entry("transaction.state.log.replication.factor", 1),
          Map.entry("transaction.state.log.min.isr", 1),
          Map.entry("transaction.state.log.num.partitions", 1),
          Map.entry("transaction.state.log.segment.bytes", 16 << 20),
          Map.entry("share.coordinator.state.topic.replication.factor", 1),
          Map.entry("share.coordinator.state.topic.min.isr", 1),
          Map.entry("share.coordinator.state.topic.num.partitions", 1),
          Map.entry("share.coordinator.state.topic.segment.bytes", 16 << 20));

  /**
   * The defaults suit a data centre: a broker that was killed is waited for 9 s, a new member of a
   * share group 5 s, a dead transaction 10 s.
   */
  private static final Map<String, Object> PROMPT =
      Map.ofEntries(
          Map.entry("broker.session.timeout.ms", 3000),
          Map.entry("broker.heartbeat.interval.ms", 500),
          Map.entry("initial.broker.registration.timeout.ms", 30_000),
          Map.entry("group.initial.rebalance.delay.ms", 0),
          Map.entry("group.min.session.timeout.ms", 2000),
          Map.entry("group.consumer.min.heartbeat.interval.ms", 500),
          Map.entry("group.consumer.heartbeat.interval.ms", 500),
          Map.entry("group.consumer.min.session.timeout.ms", 2000),
          Map.entry("group.consumer.session.timeout.ms", 6000),
          Map.entry("group.consumer.assignment.interval.ms", 0),
          Map.entry("group.share.min.heartbeat.interval.ms", 300),
          Map.entry("group.share.heartbeat.interval.ms", 300),
          Map.entry("group.share.min.session.timeout.ms", 2000),
          Map.entry("group.share.session.timeout.ms", 6000),
          Map.entry("group.share.assignment.interval.ms", 0),
          Map.entry("group.share.initialize.retry.interval.ms", 1000),
          Map.entry("group.share.min.record.lock.duration.ms", 1000),
          Map.entry("group.streams.min.heartbeat.interval.ms", 500),
          Map.entry("group.streams.heartbeat.interval.ms", 1500),
          Map.entry("group.streams.min.session.timeout.ms", 2000),
          Map.entry("group.streams.session.timeout.ms", 6000),
          Map.entry("group.streams.initial.rebalance.delay.ms", 0),
          Map.entry("group.streams.assignment.interval.ms", 0),
          Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", 500),
          Map.entry("add.partitions.to.txn.retry.backoff.ms", 2));

  private static final Map<String, Object> SMALL =
      Map.of(
          "num.network.threads",
          2,
          "num.io.threads",
          4,
          "background.threads",
          2,
          "log.cleaner.dedupe.buffer.size",
          2 << 20,
          "log.segment.bytes",
          64 << 20,
          "log.index.size.max.bytes",
          512 << 10,
          "auto.create.topics.enable",
          false,
          "metric.reporters",
          "");

  private BrokerSettings() {}

  static Properties of(Path directory, int port, int controllerPort) {
    var settings = new Properties();
    settings.put("node.id", String.valueOf(NODE));
    settings.put("process.roles", "broker,controller");
    settings.put("controller.listener.names", CONTROLLER_LISTENER);
    settings.put("controller.quorum.voters", NODE + "@" + Ports.HOST + ":" + controllerPort);
    settings.put(
        "listeners",
        "BROKER://%s:%d,%s://%s:%d"
            .formatted(Ports.HOST, port, CONTROLLER_LISTENER, Ports.HOST, controllerPort));
    settings.put("inter.broker.listener.name", "BROKER");
    settings.put(
        "listener.security.protocol.map", "BROKER:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
    settings.put("log.dirs", directory.toString());
    Stream.of(INTERNAL_TOPICS, PROMPT, SMALL)
        .flatMap(part -> part.entrySet().stream())
        .forEach(entry -> settings.put(entry.getKey(), String.valueOf(entry.getValue())));
    return settings;
  }
}
