// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.sink;

import io.odometer.core.message.Topics;
import io.odometer.platform.kafka.KafkaClients;
import io.odometer.platform.kafka.KafkaSettings;
import io.odometer.platform.kafka.TopicAdmin;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** How the sinks read: all in one group, which deals the partitions out to them. */
public final class SinkConsumer {
  static final String GROUP = "capture-sink";
  private static final int SESSION_MILLIS = 10_000;
  private static final int FETCH_BYTES = 16 << 20;
  private static final int PARTITION_BYTES = 4 << 20;

  private SinkConsumer() {}

  /** One more member of the group; the topic is made if need be. */
  public static Consumer<String, byte[]> open(KafkaSettings settings) {
    try (TopicAdmin admin = new TopicAdmin(settings, GROUP)) {
      admin.ensure(List.of(Topics.CAPTURES));
    }
    Map<String, Object> properties = KafkaClients.consumer(settings, GROUP);
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
    properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
    // Whoever keeps a partition keeps its batch, too.
    properties.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        List.of(CooperativeStickyAssignor.class));
    properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
    properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_BYTES);
    return new KafkaConsumer<>(properties);
  }
}
