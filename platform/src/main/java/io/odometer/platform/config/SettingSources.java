// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The environment laid over a properties file; an empty value counts as absent. */
record SettingSources(Map<String, String> values, List<String> mistakes) {
  static final String PREFIX = "ODOMETER_";
  private static final String LOG_PREFIX = "ODOMETER_LOG_";
  private static final String FILE_KEY = "ODOMETER_CONFIG";

  static SettingSources of(Map<String, String> environment) {
    String file = environment.getOrDefault(FILE_KEY, "");
    Map<String, String> values = new HashMap<>();
    if (!file.isBlank()) {
      try {
        values.putAll(load(Path.of(file)));
      } catch (IOException | IllegalArgumentException unreadable) {
        return new SettingSources(
            environment, List.of("%s cannot be read: %s".formatted(FILE_KEY, unreadable)));
      }
    }
    values.putAll(environment);
    return new SettingSources(values, List.of());
  }

  private static Map<String, String> load(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(key -> key, properties::getProperty));
  }

  Optional<String> find(String key) {
    return Optional.ofNullable(values.get(key)).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** The value itself, or the content of the file that {@code key_FILE} names. */
  Optional<String> findSecret(String key, Consumer<String> mistakes) {
    Optional<String> file = find(key + "_FILE");
    if (file.isEmpty()) {
      return find(key);
    }
    try {
      String content = Files.readString(Path.of(file.get())).strip();
      if (content.isEmpty()) {
        mistakes.accept("%s_FILE is empty: %s".formatted(key, file.get()));
      }
      return Optional.of(content);
    } catch (IOException | IllegalArgumentException unreadable) {
      mistakes.accept("%s_FILE cannot be read: %s".formatted(key, unreadable));
      return Optional.of("");
    }
  }

  /**
   * The keys of ours that are set; the file's own name and the logging's levels are read elsewhere.
   */
  Set<String> keys() {
    return values.keySet().stream()
        .filter(key -> key.startsWith(PREFIX))
        .filter(key -> !key.equals(FILE_KEY) && !key.startsWith(LOG_PREFIX))
        .collect(Collectors.toSet());
  }
}
