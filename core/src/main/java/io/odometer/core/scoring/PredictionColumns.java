// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.scoring;

import io.odometer.core.project.Algorithm;

/** What predictions are called beside the columns of the data. */
public final class PredictionColumns {
  /** Of all members together. */
  public static final String COMBINED = "prediction";

  private static final String MEMBER = "prediction_";

  private PredictionColumns() {}

  /** Of one member. */
  public static String of(Algorithm algorithm) {
    return of(algorithm.value());
  }

  public static String of(String algorithm) {
    return MEMBER + algorithm;
  }

  public static boolean isMember(String column) {
    return column.startsWith(MEMBER);
  }

  /** Whose prediction a member's column is. */
  public static String algorithm(String column) {
    return column.substring(MEMBER.length());
  }
}
