// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.client;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Looks again and again until something is there, within one limit for all waits together. For one
 * thread.
 */
public final class Patience {
  private final Duration limit;
  private final Duration pause;
  private long end;

  public Patience(Duration limit, Duration pause) {
    this.limit = limit;
    this.pause = pause;
    renew();
  }

  /** There was a sign of life: the limit begins anew. */
  public void renew() {
    end = System.nanoTime() + limit.toNanos();
  }

  /**
   * @throws OdometerException {@code Api.Timeout} naming what did not come
   */
  public <T> T await(String what, Supplier<Optional<T>> look) {
    Optional<T> found = look.get();
    while (found.isEmpty()) {
      if (System.nanoTime() > end) {
        throw new OdometerException(
            Errors.API_TIMEOUT,
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
      throw new OdometerException(Errors.API_TIMEOUT, "interrupted", e);
    }
  }
}
