// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Typed settings by name, from the environment over an optional properties file. A getter that
 * meets a mistake notes it and answers a placeholder, so that {@link #read} can name every mistake
 * at once. For one thread.
 */
public final class Settings {
  private static final String HIDDEN = "***";

  private final SettingSources sources;
  private final Map<String, String> effective = new TreeMap<>();
  private final List<String> mistakes = new ArrayList<>();

  private Settings(SettingSources sources) {
    this.sources = sources;
  }

  /**
   * Reads a typed configuration.
   *
   * @param environment the process's; {@code ODOMETER_CONFIG} in it may name a properties file
   * @throws ConfigurationException with every mistake: absent, malformed, misspelt
   */
  public static <T> Configuration<T> read(
      Map<String, String> environment, Function<Settings, T> reader) {
    Settings settings = new Settings(SettingSources.of(environment));
    settings.mistakes.addAll(settings.sources.mistakes());
    Optional<T> value = settings.attempt(reader);
    UnknownKeys unknown = UnknownKeys.of(settings.sources.keys(), settings.effective.keySet());
    settings.mistakes.addAll(unknown.misspelt());
    if (!settings.mistakes.isEmpty()) {
      throw new ConfigurationException(settings.mistakes);
    }
    return new Configuration<>(
        value.orElseThrow(), Map.copyOf(settings.effective), unknown.strange());
  }

  /** A placeholder may upset a record's own checks: that is no mistake of its own. */
  private <T> Optional<T> attempt(Function<Settings, T> reader) {
    try {
      return Optional.of(reader.apply(this));
    } catch (IllegalArgumentException invalid) {
      if (mistakes.isEmpty()) {
        mistakes.add(String.valueOf(invalid.getMessage()));
      }
      return Optional.empty();
    }
  }

  public String string(String key) {
    return value(key, Optional.empty(), "", Function.identity(), "text");
  }

  public String string(String key, String fallback) {
    return value(key, Optional.of(fallback), "", Function.identity(), "text");
  }

  public Optional<String> optional(String key) {
    Optional<String> found = sources.find(key);
    effective.put(key, found.orElse(""));
    return found;
  }

  public int integer(String key, int fallback) {
    return value(key, Optional.of(fallback), 0, Integer::parseInt, "a whole number");
  }

  public double number(String key, double fallback) {
    return value(key, Optional.of(fallback), 0.0, Settings::finite, "a number");
  }

  public boolean flag(String key, boolean fallback) {
    return value(key, Optional.of(fallback), false, Settings::truth, "true or false");
  }

  /** 0 to 65535, where 0 asks for any free port. */
  public int port(String key, int fallback) {
    return value(key, Optional.of(fallback), 0, Settings::portNumber, "a port, 0 to 65535");
  }

  /** A number with a unit, such as {@code 200ms}, {@code 30s}, {@code 5m}, {@code 1h}, or ISO. */
  public Duration duration(String key, Duration fallback) {
    return value(
        key, Optional.of(fallback), Duration.ZERO, Durations::parse, "a duration such as 30s");
  }

  public URI uri(String key) {
    return value(
        key, Optional.empty(), URI.create("absent:/"), Settings::absolute, "an absolute URI");
  }

  public URI uri(String key, URI fallback) {
    return value(key, Optional.of(fallback), fallback, Settings::absolute, "an absolute URI");
  }

  public Path path(String key, Path fallback) {
    return value(key, Optional.of(fallback), fallback, Path::of, "a path");
  }

  /**
   * Anything that can be read from text.
   *
   * @param parse throws IllegalArgumentException for what it cannot read
   * @param shape what it reads, as in "KEY is not a mail address: 'x'"
   */
  public <T> T parsed(String key, T fallback, Function<String, T> parse, String shape) {
    return value(key, Optional.of(fallback), fallback, parse, shape);
  }

  /** Notes a mistake of settings that do not go together. */
  public void require(boolean holds, String mistake) {
    if (!holds) {
      mistakes.add(mistake);
    }
  }

  /** A secret by its key, or in the file that {@code <key>_FILE} names; never logged. */
  public Optional<String> secret(String key) {
    Optional<String> found = sources.findSecret(key, mistakes::add);
    sources.find(key + "_FILE").ifPresent(file -> effective.put(key + "_FILE", file));
    effective.put(key, found.isPresent() ? HIDDEN : "");
    return found;
  }

  public String requiredSecret(String key) {
    Optional<String> found = secret(key);
    if (found.isEmpty()) {
      mistakes.add("%s (or %s_FILE) is not set".formatted(key, key));
    }
    return found.orElse("");
  }

  private <T> T value(
      String key, Optional<T> fallback, T placeholder, Function<String, T> parse, String shape) {
    Optional<String> text = sources.find(key);
    effective.put(key, text.orElseGet(() -> fallback.map(Object::toString).orElse("")));
    if (text.isEmpty()) {
      return fallback.orElseGet(() -> mistaken(key + " is not set", placeholder));
    }
    try {
      return parse.apply(text.get());
    } catch (IllegalArgumentException | DateTimeParseException unreadable) {
      return mistaken("%s is not %s: '%s'".formatted(key, shape, text.get()), placeholder);
    }
  }

  private <T> T mistaken(String mistake, T placeholder) {
    mistakes.add(mistake);
    return placeholder;
  }

  private static double finite(String text) {
    double number = Double.parseDouble(text);
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }

  private static boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static int portNumber(String text) {
    int port = Integer.parseInt(text);
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException(text);
    }
    return port;
  }

  private static URI absolute(String text) {
    URI uri = URI.create(text);
    if (!uri.isAbsolute()) {
      throw new IllegalArgumentException(text);
    }
    return uri;
  }
}
