// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.project.ProjectName;
import io.odometer.orchestrator.notification.MailSettings;
import io.odometer.orchestrator.notification.NotificationSettings;
import io.odometer.platform.config.ConfigurationException;
import io.odometer.platform.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrchestratorConfigTest {
  private static final Map<String, String> NEEDED =
      Map.of(
          "ODOMETER_KAFKA_BOOTSTRAP_SERVERS", "kafka:9092",
          "ODOMETER_S3_ENDPOINT", "http://minio:9000",
          "AWS_ACCESS_KEY_ID", "key",
          "AWS_SECRET_ACCESS_KEY", "secret");

  @Test
  void neighbours_are_enough() {
    OrchestratorConfig config = read(Map.of());

    assertEquals("127.0.0.1", config.http().host());
    assertEquals(8090, config.http().port());
    assertEquals(Duration.ofSeconds(2), config.reconciler().interval());
    assertEquals(List.of("training", "scoring"), config.reconciler().buckets());
    assertEquals(List.of(), config.projects());
  }

  @Test
  void a_schedule_that_has_fired_for_the_last_time_does_not_keep_it_from_starting() {
    String projects = "{\"uk\": {\"target\": \"p\", \"monitoring\": {\"schedule\": \"%s\"}}}";

    assertEquals(
        1,
        read(Map.of("ODOMETER_PROJECTS", projects.formatted("0 0 6 1 1 ? 2020")))
            .projects()
            .size());
    assertThrows(
        ConfigurationException.class,
        () -> read(Map.of("ODOMETER_PROJECTS", projects.formatted("hourly"))));
  }

  @Test
  void everything_can_be_set() {
    OrchestratorConfig config =
        read(
            Map.of(
                "ODOMETER_HTTP_PORT", "0",
                "ODOMETER_RECONCILE_INTERVAL", "PT60S",
                "ODOMETER_RECONCILE_BUCKETS", "training, ground-truth",
                "ODOMETER_PROJECTS", "{\"used-cars\": {\"target\": \"price\"}}"));

    assertEquals(0, config.http().port());
    assertEquals(Duration.ofMinutes(1), config.reconciler().interval());
    assertEquals(List.of("training", "ground-truth"), config.reconciler().buckets());
    assertEquals(new ProjectName("used-cars"), config.projects().getFirst().name());
    assertEquals("price", config.projects().getFirst().target());
  }

  @Test
  void mails_go_nowhere_unless_it_is_said_where() {
    NotificationSettings notifications = read(Map.of()).notifications();

    assertEquals(new MailSettings.Nowhere(), notifications.mail());
    assertEquals(Duration.ofMinutes(15), notifications.patience());
    assertEquals(Optional.empty(), notifications.webhookSecret());
  }

  @Test
  void mails_go_to_a_folder_or_to_a_server() {
    Map<String, String> folder = Map.of("ODOMETER_OUTBOX", "/data/outbox");
    Map<String, String> server = new HashMap<>(folder);
    server.putAll(
        Map.of(
            "ODOMETER_SMTP_HOST", "mail.example.org",
            "ODOMETER_SMTP_USER", "odometer",
            "ODOMETER_SMTP_PASSWORD", "geheim",
            "ODOMETER_SMTP_TLS", "starttls",
            "ODOMETER_MAIL_FROM", "Odometer <odometer@example.org>"));

    assertInstanceOf(MailSettings.Outbox.class, read(folder).notifications().mail());
    MailSettings.Smtp smtp =
        assertInstanceOf(MailSettings.Smtp.class, read(server).notifications().mail());
    assertEquals(587, smtp.port());
    assertEquals("odometer@example.org", smtp.from().getAddress());
    assertFalse(smtp.toString().contains("geheim"), smtp.toString());
  }

  @Test
  void all_mistakes_of_notifications_are_named_at_once() {
    ConfigurationException refusal =
        assertThrows(
            ConfigurationException.class,
            () ->
                read(
                    Map.of(
                        "ODOMETER_SMTP_HOST", "mail",
                        "ODOMETER_SMTP_PORT", "many",
                        "ODOMETER_SMTP_TLS", "some",
                        "ODOMETER_SMTP_USER", "odometer",
                        "ODOMETER_MAIL_FROM", "nobody",
                        "ODOMETER_NOTIFY_PATIENCE", "400d",
                        "ODOMETER_NOTIFY_TIMEOUT", "0s")));
    assertEquals(6, refusal.mistakes().size(), refusal.mistakes().toString());
  }

  @Test
  void projects_may_be_in_a_file(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("projects.json"), "{\"uk\":{\"target\":\"p\"}}");

    OrchestratorConfig config = read(Map.of("ODOMETER_PROJECTS", file.toString()));

    assertEquals("uk", config.projects().getFirst().name().value());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "ODOMETER_PROJECTS|{'uk': {}}|target",
        "ODOMETER_PROJECTS|{'U K': {'target': 'p'}}|project name",
        "ODOMETER_PROJECTS|{'uk': {'target': 'p', 'monitoring': {'schedule':"
            + " 'hourly'}}}|monitoring.schedule",
        "ODOMETER_PROJECTS|{'uk': |not JSON",
        "ODOMETER_PROJECTS|/no/such/file.json|cannot be read",
        "ODOMETER_RECONCILE_INTERVAL|0s|ODOMETER_RECONCILE_INTERVAL",
        "ODOMETER_RECONCILE_INTERVAL|soon|ODOMETER_RECONCILE_INTERVAL",
        "ODOMETER_RECONCILE_BUCKETS|,|ODOMETER_RECONCILE_BUCKETS"
      })
  void a_mistake_is_named(String key, String value, String part) {
    ConfigurationException refusal =
        assertThrows(
            ConfigurationException.class, () -> read(Map.of(key, value.replace('\'', '"'))));

    assertTrue(refusal.mistakes().getFirst().contains(part), refusal.mistakes().toString());
  }

  private static OrchestratorConfig read(Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>(NEEDED);
    environment.putAll(settings);
    return Settings.read(environment, OrchestratorConfig::from).value();
  }
}
