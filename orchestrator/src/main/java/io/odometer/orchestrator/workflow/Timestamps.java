// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Times as the language writes them: RFC 3339 with a capital T and an offset. */
final class Timestamps {
  private static final int PLACE_OF_T = 10;

  private Timestamps() {}

  static Optional<Instant> parse(JsonNode value) {
    return value.isString() ? parse(value.stringValue()) : Optional.empty();
  }

  static Optional<Instant> parse(String text) {
    if (text.length() <= PLACE_OF_T || text.charAt(PLACE_OF_T) != 'T') {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
