// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.demo;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Looks again and again until something is there, within one limit for all waits together. */
final class Patience {
  private final Duration limit;
  private final Duration pause;
  private final long end;

  Patience(Duration limit, Duration pause) {
    this.limit = limit;
    this.pause = pause;
    this.end = System.nanoTime() + limit.toNanos();
  }

  <T> T await(String what, Supplier<Optional<T>> look) {
    Optional<T> found = look.get();
    while (found.isEmpty()) {
      if (System.nanoTime() > end) {
        throw new OdometerException(
            Errors.DEMO_FAILED,
            "gave up after %d s, waiting for %s".formatted(limit.toSeconds(), what));
      }
      rest();
      found = look.get();
    }
    return found.get();
  }

  private void rest() {
    try {
      TimeUnit.NANOSECONDS.sleep(pause.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OdometerException(Errors.DEMO_FAILED, "interrupted", e);
    }
  }
}
