// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.kafka;

import io.odometer.platform.config.Settings;

/**
 * How to reach Kafka.
 *
 * @param bootstrapServers host:port, comma-separated
 * @param replication factor of topics that we make
 * @param partitions of topics that we make
 */
public record KafkaSettings(String bootstrapServers, int replication, int partitions) {
  public KafkaSettings {
    if (replication < 1 || partitions < 1) {
      throw new IllegalArgumentException(
          "ODOMETER_KAFKA_REPLICATION and ODOMETER_KAFKA_PARTITIONS are at least 1");
    }
  }

  /**
   * {@code ODOMETER_KAFKA_BOOTSTRAP_SERVERS}, {@code ODOMETER_KAFKA_REPLICATION}, {@code
   * ODOMETER_KAFKA_PARTITIONS}.
   */
  public static KafkaSettings from(Settings settings) {
    return new KafkaSettings(
        settings.string("ODOMETER_KAFKA_BOOTSTRAP_SERVERS"),
        settings.integer("ODOMETER_KAFKA_REPLICATION", 1),
        settings.integer("ODOMETER_KAFKA_PARTITIONS", 4));
  }
}
