// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.request;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** What was predicted for the rows of a request. For one thread until it is complete. */
public final class PredictedRows {
  private final int members;
  private double[] values;
  private int rows;

  PredictedRows(int members) {
    this.members = members;
    this.values = new double[1 + members];
  }

  /**
   * @param prediction each member's
   */
  void add(double value, IntToDoubleFunction prediction) {
    int at = rows * (1 + members);
    if (at == values.length) {
      values = Arrays.copyOf(values, Math.max(4 * (1 + members), 2 * values.length));
    }
    rows++;
    values[at] = value;
    for (int member = 0; member < members; member++) {
      values[at + 1 + member] = prediction.applyAsDouble(member);
    }
  }

  public int rows() {
    return rows;
  }

  public int members() {
    return members;
  }

  public double value(int row) {
    return values[row * (1 + members)];
  }

  public double prediction(int row, int member) {
    return values[row * (1 + members) + 1 + member];
  }

  /** About how much memory they take. */
  public int bytes() {
    return values.length * Double.BYTES;
  }
}
