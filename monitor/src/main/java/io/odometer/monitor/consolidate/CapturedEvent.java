// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.consolidate;

import io.odometer.core.monitoring.CaptureFacts;
import io.odometer.core.registry.ModelId;
import io.odometer.core.serving.RequestForm;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request, or one row of a batch, understood.
 *
 * @param id what labels call it
 * @param form null if the request was refused since nobody could tell
 * @param members who answered, or would have
 * @param predictions for each row the combined value, then each member's; empty if it failed
 */
record CapturedEvent(
    String id,
    Instant time,
    Source source,
    int status,
    @Nullable RequestForm form,
    Body body,
    List<ModelId> members,
    List<List<@Nullable Double>> predictions) {
  boolean isFailed() {
    return !CaptureFacts.isAnswered(status);
  }

  /** The request's payload. */
  interface Body {
    byte[] bytes();
  }

  /** Where rows come from. */
  enum Source {
    REALTIME("realtime"),
    BATCH("batch");

    private final String text;

    Source(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }
}
