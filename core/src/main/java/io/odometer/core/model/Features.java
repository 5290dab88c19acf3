// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.model;

/** The shape that every evaluator asks of its input. */
final class Features {
  private Features() {}

  static void check(float[] features, int expected) {
    checkWidth(features.length, expected);
  }

  static void checkWidth(int width, int expected) {
    if (width != expected) {
      throw new IllegalArgumentException(
          "the model takes %d features, not %d".formatted(expected, width));
    }
  }
}
