// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.http;

import io.odometer.core.error.DidYouMean;
import io.odometer.core.monitoring.WindowMode;
import io.odometer.core.monitoring.WindowOrder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What the body of a request to monitor says: nothing for what is new, {@code {"peek": true}} to
 * leave it new, {@code {"rewind": "…"}}, or {@code {"from": "…", "to": "…"}}.
 */
final class MonitorOrder {
  private static final List<String> FIELDS = List.of("from", "to", "rewind", "peek");

  private final JsonNode body;

  private MonitorOrder(JsonNode body) {
    this.body = body;
  }

  /**
   * @throws io.odometer.platform.http.HttpProblem naming the field that is wrong
   */
  static WindowOrder read(JsonNode body, Instant now) {
    if (!body.isMissingNode() && !body.isNull() && !body.isObject()) {
      throw Parameters.unprocessable("body", "is an object, or there is none");
    }
    for (String name : body.propertyNames()) {
      if (!FIELDS.contains(name)) {
        throw Parameters.unprocessable(
            name, "there is no such field; " + DidYouMean.hint(name, FIELDS));
      }
    }
    return new MonitorOrder(body).window(now);
  }

  private WindowOrder window(Instant now) {
    Optional<Instant> from = time("from");
    Optional<Instant> to = time("to");
    Optional<Instant> rewind = time("rewind");
    boolean peek = flag();
    if (peek) {
      refuse(rewind, "rewind", "is not for a run that only peeks");
    }
    if (peek || rewind.isPresent()) {
      refuse(from, "from", "is for a range; a run has a range, or rewinds, or peeks");
      refuse(to, "to", "is for a range; a run has a range, or rewinds, or peeks");
    }
    refuse(
        rewind.filter(now::isBefore),
        "rewind",
        "lies in the future, and would skip all until then");
    return rewind
        .map(time -> new WindowOrder(WindowMode.REWIND, time, null))
        .or(() -> range(from, to))
        .orElse(peek ? new WindowOrder(WindowMode.PEEK, null, null) : WindowOrder.NEW);
  }

  private static Optional<WindowOrder> range(Optional<Instant> from, Optional<Instant> to) {
    if (from.isEmpty() && to.isEmpty()) {
      return Optional.empty();
    }
    Instant begin = from.orElseThrow(() -> Parameters.unprocessable("from", "goes with to"));
    Instant end = to.orElseThrow(() -> Parameters.unprocessable("to", "goes with from"));
    if (!begin.isBefore(end)) {
      throw Parameters.unprocessable("to", "is after from");
    }
    return Optional.of(new WindowOrder(WindowMode.RANGE, begin, end));
  }

  private static void refuse(Optional<Instant> given, String field, String why) {
    given.ifPresent(
        time -> {
          throw Parameters.unprocessable(field, why);
        });
  }

  private Optional<Instant> time(String field) {
    JsonNode value = body.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(value.asString("")).toInstant());
    } catch (DateTimeException malformed) {
      throw Parameters.unprocessable(field, "is a time such as 2026-05-01T00:00:00Z, not " + value);
    }
  }

  private boolean flag() {
    JsonNode peek = body.path("peek");
    if (!peek.isMissingNode() && !peek.isNull() && !peek.isBoolean()) {
      throw Parameters.unprocessable("peek", "is true or false, not " + peek);
    }
    return peek.asBoolean(false);
  }
}
