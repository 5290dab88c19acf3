// SPDX-License-Identifier: Apache-2.0
package io.odometer.contracts.kafka;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.odometer.platform.kafka.KafkaSettings;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/** A published broker in a container, where an engine and the image are at hand. */
final class ContainerKafka implements AutoCloseable {
  private static final String IMAGE = "apache/kafka:4.3.1";

  private final KafkaContainer container;

  private ContainerKafka() {
    container =
        new KafkaContainer(IMAGE)
            .withEnv("KAFKA_GROUP_SHARE_MIN_RECORD_LOCK_DURATION_MS", "1000")
            .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1")
            .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1");
  }

  /** Skips the caller's tests, saying why, where it cannot run. */
  static ContainerKafka start() {
    Optional<String> missing = missing();
    missing.ifPresent(reason -> System.out.println("skipped: " + reason));
    assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
    ContainerKafka kafka = new ContainerKafka();
    kafka.container.start();
    return kafka;
  }

  KafkaSettings settings() {
    return new KafkaSettings(container.getBootstrapServers(), 1, 3);
  }

  /** Pulling is left out on purpose: without a registry it is tried again for minutes. */
  private static Optional<String> missing() {
    try {
      if (!DockerClientFactory.instance().isDockerAvailable()) {
        return Optional.of("no container engine answers");
      }
      DockerClientFactory.lazyClient().inspectImageCmd(IMAGE).exec();
      return Optional.empty();
    } catch (RuntimeException unusable) {
      return Optional.of("the container engine has no image " + IMAGE + ": " + unusable);
    }
  }

  @Override
  public void close() {
    container.stop();
  }
}
