// SPDX-License-Identifier: Apache-2.0
package io.odometer.contracts.kafka;

import io.odometer.platform.kafka.KafkaSettings;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class ContainerTaskTest extends TaskContract {
  private static Optional<ContainerKafka> broker = Optional.empty();

  @BeforeAll
  static void start() {
    broker = Optional.of(ContainerKafka.start());
  }

  @AfterAll
  static void stop() {
    broker.ifPresent(ContainerKafka::close);
  }

  @Override
  KafkaSettings settings() {
    return broker.orElseThrow().settings();
  }
}
