// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import io.odometer.orchestrator.workflow.expression.EvaluationFailure;
import io.odometer.orchestrator.workflow.expression.Lookup;
import io.odometer.orchestrator.workflow.expression.Scope;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** Until when a Wait state waits. */
sealed interface WaitTime {
  /** As in Step Functions: the seconds that fit an int. */
  long MOST_SECONDS = 24_855L * 86_400;

  Instant until(Instant now, Scope selected);

  record Fixed(long seconds) implements WaitTime {
    @Override
    public Instant until(Instant now, Scope selected) {
      return now.plusSeconds(seconds);
    }
  }

  record At(Instant time) implements WaitTime {
    @Override
    public Instant until(Instant now, Scope selected) {
      return time;
    }
  }

  record SecondsAt(Lookup path) implements WaitTime {
    @Override
    public Instant until(Instant now, Scope selected) {
      JsonNode value =
          path.find(selected)
              .orElseThrow(
                  () -> failure("SecondsPath parameter does not reference an input value: ", path));
      String shown = path.text() + " == " + value;
      if (!value.isIntegralNumber() || !value.canConvertToLong()) {
        throw failure("SecondsPath parameter cannot be parsed as a long value: ", shown);
      }
      if (value.longValue() < 0) {
        throw failure("SecondsPath parameter references a negative value: ", shown);
      }
      if (value.longValue() > MOST_SECONDS) {
        throw failure("SecondsPath parameter references a value that is too large: ", shown);
      }
      return now.plusSeconds(value.longValue());
    }
  }

  record TimeAt(Lookup path) implements WaitTime {
    @Override
    public Instant until(Instant now, Scope selected) {
      JsonNode value =
          path.find(selected)
              .orElseThrow(
                  () ->
                      failure("TimestampPath parameter does not reference an input value: ", path));
      return Timestamps.parse(value)
          .orElseThrow(
              () ->
                  failure(
                      "TimestampPath parameter does not reference a valid ISO-8601 extended offset"
                          + " date-time format string: ",
                      path.text() + " == " + value));
    }
  }

  private static EvaluationFailure failure(String what, Object shown) {
    String text = shown instanceof Lookup lookup ? lookup.text() : shown.toString();
    return new EvaluationFailure(EvaluationFailure.RUNTIME, "The " + what + text);
  }
}
