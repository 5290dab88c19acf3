// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.monitoring;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which payload a run is to take.
 *
 * @param from where a rewind or a range begins
 * @param to where a range ends, itself left out
 */
public record WindowOrder(WindowMode mode, @Nullable Instant from, @Nullable Instant to) {
  public static final WindowOrder NEW = new WindowOrder(WindowMode.NEW, null, null);

  public WindowOrder {
    boolean begins = mode == WindowMode.REWIND || mode == WindowMode.RANGE;
    if ((from != null) != begins || (to != null) != (mode == WindowMode.RANGE)) {
      throw new IllegalArgumentException(
          "a rewind has from, a range has from and to, other runs have neither");
    }
    if (from != null && to != null && !from.isBefore(to)) {
      throw new IllegalArgumentException("from is before to");
    }
  }
}
