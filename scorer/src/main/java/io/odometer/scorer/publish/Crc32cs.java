// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.publish;

/**
 * The CRC-32C of bytes from those of their parts, as zlib's {@code crc32_combine} has it: a CRC is
 * linear, and appending a zero byte is a matrix over GF(2).
 */
final class Crc32cs {
  /** Castagnoli's polynomial, bits reversed. */
  private static final int POLYNOMIAL = 0x82f63b78;

  private static final int BITS = 32;

  private Crc32cs() {}

  /**
   * @param length bytes of the second part
   */
  static long combine(long first, long second, long length) {
    int[] power = square(square(square(oneZeroBit())));
    int crc = (int) first;
    for (long left = length; left > 0; left >>= 1) {
      crc = (left & 1) == 1 ? times(power, crc) : crc;
      power = square(power);
    }
    return Integer.toUnsignedLong(crc ^ (int) second);
  }

  private static int[] oneZeroBit() {
    int[] matrix = new int[BITS];
    matrix[0] = POLYNOMIAL;
    for (int bit = 1; bit < BITS; bit++) {
      matrix[bit] = 1 << (bit - 1);
    }
    return matrix;
  }

  private static int times(int[] matrix, int vector) {
    int product = 0;
    for (int bit = 0; bit < BITS; bit++) {
      product ^= (vector >>> bit & 1) == 1 ? matrix[bit] : 0;
    }
    return product;
  }

  private static int[] square(int[] matrix) {
    int[] square = new int[BITS];
    for (int bit = 0; bit < BITS; bit++) {
      square[bit] = times(matrix, matrix[bit]);
    }
    return square;
  }
}
