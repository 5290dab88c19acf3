// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DropLogTest {
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final DropLog log = new DropLog(() -> now);

  @Test
  void it_tells_at_most_once_a_minute_how_many_and_why() {
    assertEquals(Optional.empty(), log.line());
    log.count(DropReason.QUEUE_FULL);
    log.count(DropReason.QUEUE_FULL);
    log.count(DropReason.TOO_LARGE);
    assertEquals(
        Optional.of("requests that were not captured: 3; 2 queue full, 1 too large"), log.line());

    log.count(DropReason.STOPPED);
    now = now.plusSeconds(59);
    assertEquals(Optional.empty(), log.line());
    now = now.plusSeconds(1);
    assertEquals(Optional.of("requests that were not captured: 1; 1 stopped"), log.line());
    now = now.plusSeconds(60);
    assertEquals(Optional.empty(), log.line());
  }
}
