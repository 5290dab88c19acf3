// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.platform.lifecycle.Health;
import io.odometer.platform.lifecycle.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Waits until every service says that it is ready. */
final class Readiness {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final List<? extends Service> services;

  Readiness(List<? extends Service> services) {
    this.services = services;
  }

  /** Fails with {@code Startup.Timeout}, naming who is not ready and why. */
  void await(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    List<String> waitedFor = missing();
    while (!waitedFor.isEmpty()) {
      if (System.nanoTime() > end) {
        throw new OdometerException(
            Errors.STARTUP_TIMEOUT,
            "not ready after %d s: %s".formatted(limit.toSeconds(), String.join("; ", waitedFor)));
      }
      pause();
      waitedFor = missing();
    }
  }

  private List<String> missing() {
    List<String> reasons = new ArrayList<>();
    for (Service service : services) {
      if (service.check() instanceof Health.NotReady(String reason)) {
        reasons.add(service.name() + ": " + reason);
      }
    }
    return reasons;
  }

  private static void pause() {
    try {
      TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OdometerException(Errors.STARTUP_TIMEOUT, "interrupted while starting", e);
    }
  }
}
