// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.learner;

/**
 * Encoded rows, row-major; NaN is missing. The array is not copied: whoever makes a matrix gives it
 * away.
 *
 * @param names one a column
 */
public record FeatureMatrix(java.util.List<String> names, int rows, float[] values) {
  public FeatureMatrix {
    names = java.util.List.copyOf(names);
    if ((long) rows * names.size() != values.length) {
      throw new IllegalArgumentException(
          "%d rows of %d columns are not %d values".formatted(rows, names.size(), values.length));
    }
  }

  public int columns() {
    return names.size();
  }

  public float at(int row, int column) {
    return values[row * columns() + column];
  }
}
