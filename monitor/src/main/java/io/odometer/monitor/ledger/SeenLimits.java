// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.ledger;

import java.time.Duration;

/**
 * How much a mark remembers by name.
 *
 * @param overlap how late an object may turn up
 * @param most objects; where there are more, the overlap is shorter
 */
public record SeenLimits(Duration overlap, int most) {
  public static final SeenLimits DEFAULT = new SeenLimits(Duration.ofHours(6), 10_000);
}
