// SPDX-License-Identifier: Apache-2.0
package io.odometer.trainer.preprocess;

import io.odometer.core.table.CsvLimits;

/**
 * What is refused rather than tried.
 *
 * @param bytes of all objects together, which pass through the local disk
 * @param cells rows times feature columns, which training holds in memory
 */
public record PreprocessLimits(long bytes, long cells, CsvLimits table) {
  private static final long BYTES = 8L << 30;

  /**
   * What one cell takes in the typed table, in the matrices of two learners and in their copies.
   */
  private static final int BYTES_A_CELL = 64;

  public PreprocessLimits {
    if (bytes < 1 || cells < 1) {
      throw new IllegalArgumentException("limits of preprocess are at least 1");
    }
  }

  /**
   * @param heap most bytes that the JVM may use
   */
  public static PreprocessLimits forHeap(long heap) {
    return new PreprocessLimits(BYTES, Math.max(heap / BYTES_A_CELL, 1), CsvLimits.DEFAULT);
  }
}
