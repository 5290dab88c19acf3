// SPDX-License-Identifier: Apache-2.0
package io.odometer.contracts.kafka;

import io.odometer.platform.kafka.KafkaSettings;
import io.odometer.standalone.Ports;
import io.odometer.standalone.kafka.EmbeddedKafka;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedTaskTest extends TaskContract {
  private static Optional<EmbeddedKafka> broker = Optional.empty();

  @BeforeAll
  static void start(@TempDir Path data) {
    broker = Optional.of(new EmbeddedKafka(data, Ports.free()));
    broker.get().start();
  }

  @AfterAll
  static void stop() {
    broker.ifPresent(EmbeddedKafka::close);
  }

  @Override
  KafkaSettings settings() {
    return new KafkaSettings(broker.orElseThrow().bootstrapServers(), 1, 3);
  }
}
