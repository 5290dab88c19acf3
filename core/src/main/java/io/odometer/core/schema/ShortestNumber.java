// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.schema;

/** A number as people write it where it is a name. */
public final class ShortestNumber {
  private static final double LARGEST_WHOLE = 1e15;

  private ShortestNumber() {}

  /** Whole numbers without a point, others as Java has them. */
  public static String of(double number) {
    boolean whole = number == Math.rint(number) && Math.abs(number) < LARGEST_WHOLE;
    return whole ? Long.toString((long) number) : Double.toString(number);
  }
}
