// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

/**
 * Whether a share is too low. It breaks its threshold only if chance hardly explains it, given the
 * threshold; and only if it is also worse than the baseline's, beyond chance, unless the threshold
 * asks for more than the baseline had.
 */
record ShareCheck(double level) {

  boolean isBroken(Share current, double threshold, Share baseline) {
    boolean demanding = threshold > baseline.value() || threshold >= 1;
    return current.value() < threshold
        && current.chance(threshold) < level
        && (demanding || current.chance(baseline) < level);
  }

  /** With no baseline to be compared with. */
  boolean isBroken(Share current, double threshold) {
    return current.value() < threshold && current.chance(threshold) < level;
  }
}
