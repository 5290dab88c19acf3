// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import io.odometer.core.project.AlarmRule;
import java.util.List;
import java.util.Set;

/**
 * Which violations people are told of: those whose check failed in enough of the last windows, the
 * newest among them. A window that was too small to speak does not count as one.
 */
public record Windows(AlarmRule rule) {

  /**
   * A check that failed in a window.
   *
   * @param subject a feature or a metric
   */
  public record Finding(String subject, String check) {
    public static Finding of(Violation violation) {
      return new Finding(violation.subject(), violation.constraintCheckType());
    }
  }

  /**
   * @param now the violations of the newest window
   * @param before what was found in those before, the newest first
   */
  public List<Violation> alarms(List<Violation> now, List<Set<Finding>> before) {
    List<Set<Finding>> counted = before.stream().limit(rule.of() - 1L).toList();
    return now.stream()
        .filter(violation -> fails(Finding.of(violation), counted) + 1 >= rule.fails())
        .toList();
  }

  private static long fails(Finding finding, List<Set<Finding>> windows) {
    return windows.stream().filter(window -> window.contains(finding)).count();
  }
}
