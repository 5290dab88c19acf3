// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Lets a thread wait until something that others signal has made a condition true. */
final class Arrivals {
  synchronized void signal() {
    notifyAll();
  }

  /** False when the time is over first. */
  synchronized boolean await(BooleanSupplier condition, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    try {
      while (!condition.getAsBoolean()) {
        long left = end - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        wait(left / 1_000_000 + 1);
      }
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return condition.getAsBoolean();
    }
  }
}
