// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.score;

import io.odometer.core.text.ByteText;
import org.jspecify.annotations.Nullable;

/** Rows as they stand in the file, to the byte, with the prediction's cells after them. */
final class RawRows implements RowOutput {
  private final byte delimiter;
  private final byte[] version;
  private final ByteText text;

  /**
   * @param version the last cell of every row, fit for a CSV as it is
   */
  RawRows(char delimiter, byte[] version, int expected) {
    this.delimiter = (byte) delimiter;
    this.version = version;
    this.text = new ByteText(expected);
  }

  @Override
  public void add(RawRecord record, @Nullable String[] cells, double[] values) {
    text.add(record.bytes(), record.start(), record.length());
    text.add((char) delimiter);
    int begin = text.size();
    text.add(values[0]);
    int length = text.size() - begin;
    for (int i = 1; i < values.length; i++) {
      text.add((char) delimiter);
      addMember(values, i, begin, length);
    }
    text.add((char) delimiter).add(version).add('\n');
  }

  /** The combined value is often one of the members', and its digits are there already. */
  private void addMember(double[] values, int index, int begin, int length) {
    if (Double.doubleToRawLongBits(values[index]) == Double.doubleToRawLongBits(values[0])) {
      text.add(text.bytes(), begin, length);
    } else if (Double.isFinite(values[index])) {
      text.add(values[index]);
    }
  }

  @Override
  public ByteText text() {
    return text;
  }
}
