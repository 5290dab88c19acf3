// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.platform.http.HttpSettings;
import io.odometer.platform.kafka.KafkaSettings;
import io.odometer.platform.store.StoreSettings;
import io.odometer.platform.task.TaskWorkerSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private static <T> T read(Map<String, String> environment, Function<Settings, T> reader) {
    return Settings.read(environment, reader).value();
  }

  private static List<String> mistakes(
      Map<String, String> environment, Function<Settings, ?> reader) {
    return assertThrows(
            ConfigurationException.class, () -> Settings.read(environment, reader::apply))
        .mistakes();
  }

  @Test
  void what_is_not_set_has_its_default() {
    HttpSettings http = read(Map.of(), settings -> HttpSettings.from(settings, 8081));
    assertEquals(new HttpSettings("127.0.0.1", 8081, Optional.empty()), http);
    assertEquals(
        new TaskWorkerSettings(2, Duration.ofSeconds(15), 5, Duration.ofSeconds(5)),
        read(Map.of(), TaskWorkerSettings::from));
  }

  @Test
  void every_part_is_read_from_its_key() {
    Map<String, String> environment =
        Map.of(
            "ODOMETER_KAFKA_BOOTSTRAP_SERVERS", "kafka:9092,other:9092",
            "ODOMETER_KAFKA_REPLICATION", "3",
            "ODOMETER_KAFKA_PARTITIONS", "8",
            "ODOMETER_S3_ENDPOINT", "http://minio:9000",
            "ODOMETER_S3_REGION", "eu-west-1",
            "AWS_ACCESS_KEY_ID", "key",
            "AWS_SECRET_ACCESS_KEY", "secret");
    assertEquals(
        new KafkaSettings("kafka:9092,other:9092", 3, 8), read(environment, KafkaSettings::from));
    assertEquals(
        new StoreSettings(URI.create("http://minio:9000"), "key", "secret", "eu-west-1"),
        read(environment, StoreSettings::from));
  }

  @Test
  void all_mistakes_are_named_at_once() {
    List<String> mistakes =
        mistakes(
            Map.of("ODOMETER_HTTP_PORT", "80800", "ODOMETER_S3_ENDPOINT", "minio"),
            settings ->
                List.of(
                    HttpSettings.from(settings, 0),
                    StoreSettings.from(settings),
                    KafkaSettings.from(settings)));
    assertEquals(
        List.of(
            "ODOMETER_HTTP_PORT is not a port, 0 to 65535: '80800'",
            "ODOMETER_S3_ENDPOINT is not an absolute URI: 'minio'",
            "AWS_ACCESS_KEY_ID (or AWS_ACCESS_KEY_ID_FILE) is not set",
            "AWS_SECRET_ACCESS_KEY (or AWS_SECRET_ACCESS_KEY_FILE) is not set",
            "ODOMETER_KAFKA_BOOTSTRAP_SERVERS is not set"),
        mistakes);
  }

  @Test
  void a_records_own_rule_is_a_mistake_too() {
    List<String> mistakes =
        mistakes(Map.of("ODOMETER_TASKS_PARALLEL", "0"), TaskWorkerSettings::from);
    assertEquals(1, mistakes.size());
    assertTrue(mistakes.getFirst().contains("ODOMETER_TASKS_PARALLEL"), mistakes::toString);
  }

  @Test
  void an_empty_value_counts_as_not_set() {
    assertEquals(
        "fallback",
        read(Map.of("ODOMETER_A", " "), settings -> settings.string("ODOMETER_A", "fallback")));
  }

  @Test
  void a_misspelt_key_is_answered_with_the_likely_one() {
    assertEquals(
        List.of("ODOMETER_HTTP_PROT is unknown: did you mean ODOMETER_HTTP_PORT?"),
        mistakes(Map.of("ODOMETER_HTTP_PROT", "80"), settings -> HttpSettings.from(settings, 0)));
  }

  @Test
  void a_key_that_resembles_none_is_only_strange() {
    Configuration<HttpSettings> configuration =
        Settings.read(
            Map.of("ODOMETER_TRAINER_SERVICE_HOST", "10.0.0.1", "PATH", "/bin"),
            settings -> HttpSettings.from(settings, 0));
    assertEquals(List.of("ODOMETER_TRAINER_SERVICE_HOST"), configuration.strange());
  }

  @Test
  void a_key_with_another_word_is_only_strange() {
    Configuration<HttpSettings> configuration =
        Settings.read(
            Map.of("ODOMETER_SMTP_HOST", "mail"), settings -> HttpSettings.from(settings, 0));
    assertEquals(List.of("ODOMETER_SMTP_HOST"), configuration.strange());
  }

  @Test
  void settings_that_do_not_go_together_are_mistakes_beside_the_others() {
    assertEquals(
        List.of("ODOMETER_A is not a fruit: 'stone'", "b needs c"),
        mistakes(
            Map.of("ODOMETER_A", "stone"),
            settings -> {
              String fruit = settings.parsed("ODOMETER_A", "plum", SettingsTest::fruit, "a fruit");
              settings.require(true, "never told");
              settings.require(false, "b needs c");
              return fruit;
            }));
  }

  private static String fruit(String text) {
    throw new IllegalArgumentException(text);
  }

  @Test
  void the_environment_lies_over_the_file(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("odometer.properties"),
            "ODOMETER_HTTP_HOST = 0.0.0.0\nODOMETER_HTTP_PORT = 1\n");
    Map<String, String> environment =
        Map.of("ODOMETER_CONFIG", file.toString(), "ODOMETER_HTTP_PORT", "2");
    HttpSettings http = read(environment, settings -> HttpSettings.from(settings, 0));
    assertEquals("0.0.0.0", http.host());
    assertEquals(2, http.port());
  }

  @Test
  void a_file_that_is_not_there_is_a_mistake() {
    List<String> mistakes =
        mistakes(
            Map.of("ODOMETER_CONFIG", "/no/such/file"), settings -> HttpSettings.from(settings, 0));
    assertTrue(mistakes.getFirst().startsWith("ODOMETER_CONFIG cannot be read"));
  }

  @Test
  void a_secret_may_lie_in_a_file_and_is_never_shown(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "open sesame\n");
    Configuration<HttpSettings> configuration =
        Settings.read(
            Map.of("ODOMETER_TOKEN_FILE", file.toString()),
            settings -> HttpSettings.from(settings, 0));
    assertEquals(Optional.of("open sesame"), configuration.value().token());
    assertFalse(configuration.describe().contains("sesame"), configuration.describe());
    assertTrue(configuration.describe().contains("ODOMETER_TOKEN=***"), configuration.describe());
    assertFalse(configuration.value().toString().contains("sesame"));
  }

  @Test
  void an_unreadable_or_empty_secret_file_is_a_mistake(@TempDir Path folder) throws IOException {
    Path empty = Files.createFile(folder.resolve("empty"));
    List<String> mistakes =
        mistakes(
            Map.of("A_FILE", "/no/such/file", "B_FILE", empty.toString()),
            settings -> List.of(settings.secret("A"), settings.secret("B")));
    assertEquals(2, mistakes.size(), mistakes::toString);
  }

  @ParameterizedTest
  @CsvSource({"200ms, PT0.2S", "30s, PT30S", "5m, PT5M", "1h, PT1H", "7d, PT168H", "PT2M, PT2M"})
  void durations_bear_a_unit(String text, Duration expected) {
    assertEquals(expected, read(Map.of("D", text), s -> s.duration("D", Duration.ZERO)));
  }

  @ParameterizedTest
  @CsvSource({"30", "-5s", "soon", "5 parsecs"})
  void a_duration_without_a_unit_is_a_mistake(String text) {
    assertEquals(
        List.of("D is not a duration such as 30s: '%s'".formatted(text)),
        mistakes(Map.of("D", text), settings -> settings.duration("D", Duration.ZERO)));
  }

  @Test
  void numbers_and_flags_are_read_strictly() {
    assertEquals(2.5, read(Map.of("N", "2.5"), settings -> settings.number("N", 0)));
    assertEquals(true, read(Map.of("F", "true"), settings -> settings.flag("F", false)));
    assertEquals(
        List.of(
            "I is not a whole number: '1.5'",
            "N is not a number: 'NaN'",
            "F is not true or false: 'yes'"),
        mistakes(
            Map.of("I", "1.5", "N", "NaN", "F", "yes"),
            settings ->
                List.of(
                    settings.integer("I", 0), settings.number("N", 0), settings.flag("F", false))));
  }
}
