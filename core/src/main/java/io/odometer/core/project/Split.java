// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.project;

/**
 * The shares, in percent, of rows for training, validation and test. The seed decides which row
 * goes where.
 */
public record Split(int train, int validation, int test, long seed) {
  public static final Split DEFAULT = new Split(70, 15, 15, 42);

  public Split {
    if (train < 1 || validation < 1 || test < 1 || train + validation + test != 100) {
      throw new IllegalArgumentException(
          "split: train, validation and test are at least 1 each and 100 together, not %d/%d/%d"
              .formatted(train, validation, test));
    }
  }
}
