// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.scoring;

import io.odometer.core.store.ObjectKey;
import java.util.List;

/**
 * Output of {@code preprocess}: the plan's key and the ranges to score, in order. Without a range
 * when these versions have scored the file before.
 *
 * @param outcome {@code prepared} or {@code already-scored}; the workflow chooses by it
 */
public record Prepared(String outcome, ObjectKey plan, List<ScoringRange> ranges) {
  public static final String READY = "prepared";
  public static final String ALREADY_SCORED = "already-scored";

  public Prepared {
    ranges = List.copyOf(ranges);
  }
}
