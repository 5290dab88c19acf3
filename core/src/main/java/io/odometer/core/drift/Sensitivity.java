// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

/**
 * How sure a verdict must be.
 *
 * @param minimumRows a smaller sample says nothing
 * @param falseAlarmRate the most that windows without any drift may break a constraint by chance;
 *     it is shared out among all checks, so that many features do not make many alarms
 */
public record Sensitivity(long minimumRows, double falseAlarmRate) {
  public static final Sensitivity DEFAULT = new Sensitivity(200, 0.005);

  public Sensitivity {
    if (minimumRows < 1) {
      throw new IllegalArgumentException("minimumRows is at least 1");
    }
    if (!(falseAlarmRate > 0 && falseAlarmRate < 1)) {
      throw new IllegalArgumentException("falseAlarmRate is between 0 and 1");
    }
  }

  /** With another least number of rows. */
  public Sensitivity withMinimumRows(long rows) {
    return new Sensitivity(rows, falseAlarmRate);
  }

  /** The level of one of so many checks (Bonferroni). */
  double level(long checks) {
    return falseAlarmRate / Math.max(1, checks);
  }
}
