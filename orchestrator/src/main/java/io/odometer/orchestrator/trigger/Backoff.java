// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.trigger;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: the interval, doubled with every failure in a row up to the
 * longest, less up to half of it by chance, so that those who failed together do not return
 * together.
 */
record Backoff(Duration interval, Duration longest) {
  Duration after(int failures, RandomGenerator random) {
    if (failures == 0) {
      return interval;
    }
    long most = Math.max(interval.toMillis(), longest.toMillis());
    long doubled = Math.min(most, interval.toMillis() << Math.min(failures, 20));
    return Duration.ofMillis(doubled - random.nextLong(doubled / 2 + 1));
  }
}
