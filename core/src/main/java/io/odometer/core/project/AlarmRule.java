// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.project;

/**
 * How often a check must fail before it is an alarm: in {@code fails} of the last {@code of}
 * windows, the newest among them.
 */
public record AlarmRule(int fails, int of) {
  /** As many windows as a monitor remembers. */
  public static final int MOST_WINDOWS = 24;

  /** Each window speaks for itself. */
  public static final AlarmRule DEFAULT = new AlarmRule(1, 1);

  public AlarmRule {
    if (!(1 <= fails && fails <= of && of <= MOST_WINDOWS)) {
      throw new IllegalArgumentException(
          "an alarm needs 1 to %d failed windows of as many or more".formatted(MOST_WINDOWS));
    }
  }
}
