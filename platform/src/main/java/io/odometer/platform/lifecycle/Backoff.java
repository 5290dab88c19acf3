// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.lifecycle;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: doubling from {@code first} up to {@code most}, each time
 * between half of that and all of it, so that many clients do not come back at once.
 */
public record Backoff(Duration first, Duration most, RandomGenerator random) {
  /**
   * The wait before the next try.
   *
   * @param failures how many tries have failed so far, at least 1
   */
  public Duration after(int failures) {
    long doubled = first.toMillis() << Math.min(failures - 1, 20);
    long whole = Math.max(1, Math.min(doubled, most.toMillis()));
    return Duration.ofMillis(whole / 2 + random.nextLong(whole - whole / 2 + 1));
  }
}
