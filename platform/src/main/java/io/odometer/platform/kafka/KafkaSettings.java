// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.kafka;

/**
 * How to reach Kafka.
 *
 * @param bootstrapServers host:port, comma-separated
 * @param replication factor of topics that we make
 * @param partitions of topics that we make
 */
public record KafkaSettings(String bootstrapServers, int replication, int partitions) {}
