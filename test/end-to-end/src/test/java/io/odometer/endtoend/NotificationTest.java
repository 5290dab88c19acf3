// SPDX-License-Identifier: Apache-2.0
package io.odometer.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.odometer.core.json.Json;
import io.odometer.core.message.SystemEvent;
import io.odometer.core.project.Project;
import io.odometer.core.project.ProjectName;
import io.odometer.core.project.ProjectSettings;
import io.odometer.orchestrator.notification.NotificationSettings;
import io.odometer.orchestrator.notification.Notifier;
import io.odometer.platform.config.Settings;
import io.odometer.platform.kafka.JsonProducer;
import io.odometer.platform.kafka.KafkaSettings;
import io.odometer.platform.lifecycle.Health;
import io.odometer.standalone.Ports;
import io.odometer.standalone.kafka.EmbeddedKafka;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Notifiers on a real broker; the outbox shows what was sent, once however often. */
@Timeout(120)
final class NotificationTest {
  private static final ProjectName PROJECT = new ProjectName("told");
  private static final Project SETTINGS =
      ProjectSettings.parse(
              PROJECT,
              Json.tree(
                  """
                  {"target": "price", "notifications": [
                    {"mail": ["ops@example.org"], "on": ["execution-failed"]}]}
                  """))
          .orThrow();

  @TempDir Path folder;
  private EmbeddedKafka broker;
  private JsonProducer producer;

  @BeforeEach
  void start() {
    broker = new EmbeddedKafka(folder.resolve("kafka"), Ports.free());
    broker.start();
    producer = new JsonProducer(kafka(), "test");
  }

  @AfterEach
  void stop() {
    producer.close();
    broker.close();
  }

  private KafkaSettings kafka() {
    return new KafkaSettings(broker.bootstrapServers(), 1, 3);
  }

  private Notifier notifier() {
    Notifier notifier =
        new Notifier(
            kafka(),
            Settings.read(
                    Map.of("ODOMETER_OUTBOX", outbox().toString()), NotificationSettings::from)
                .value(),
            name -> Optional.of(SETTINGS).filter(project -> project.name().equals(name)),
            Health::ready,
            new PrometheusRegistry());
    notifier.start();
    Await.that("a notifier that reads", () -> notifier.check() instanceof Health.Ready);
    return notifier;
  }

  private Path outbox() {
    return folder.resolve("outbox");
  }

  private void happen(String id) {
    producer
        .publish(
            new SystemEvent(
                id,
                "execution.changed",
                "orchestrator",
                Instant.parse("2026-01-01T00:00:00Z"),
                PROJECT,
                "failed",
                Json.object().put("id", id).put("name", id).put("status", "FAILED")))
        .join();
  }

  /** The executions of which mails tell, in order of their names. */
  private List<String> told() {
    if (!Files.isDirectory(outbox())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(outbox())) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .flatMap(file -> lines(file).filter(line -> line.startsWith("Execution: ")))
          .map(line -> line.substring("Execution: ".length()).strip())
          .sorted()
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Test
  void what_happened_before_the_first_notifier_is_no_news_and_nothing_later_is_missed() {
    happen("before");
    notifier().close();
    happen("meanwhile");
    try (Notifier again = notifier()) {
      happen("now");
      Await.that("both mails", () -> told().size() == 2);
      assertEquals(Health.ready(), again.check());
    }
    assertEquals(List.of("meanwhile", "now"), told());
  }

  @Test
  void several_share_the_work_and_one_takes_over_from_another() {
    List<String> ids = IntStream.range(100, 140).mapToObj(number -> "run-" + number).toList();
    Notifier first = notifier();
    try (Notifier second = notifier()) {
      ids.subList(0, 20).forEach(this::happen);
      first.close();
      ids.subList(20, 40).forEach(this::happen);
      Await.that("all mails", () -> told().size() == ids.size());
      assertEquals(Health.ready(), second.check());
    }
    assertEquals(ids, told());
  }
}
