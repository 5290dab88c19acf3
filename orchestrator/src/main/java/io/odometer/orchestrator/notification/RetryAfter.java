// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** How long a server asks to be left alone: seconds, or a date. Nonsense asks for nothing. */
final class RetryAfter {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);

  private RetryAfter() {}

  static Optional<Duration> of(HttpHeaders headers, Instant now) {
    return headers.firstValue("Retry-After").flatMap(text -> parse(text.strip(), now));
  }

  private static Optional<Duration> parse(String text, Instant now) {
    try {
      Duration wait =
          text.matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(text))
              : Duration.between(now, ZonedDateTime.parse(text, DATE));
      return Optional.of(wait).filter(Duration::isPositive);
    } catch (DateTimeParseException nonsense) {
      return Optional.empty();
    }
  }
}
