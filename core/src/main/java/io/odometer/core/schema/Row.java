// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.schema;

/**
 * One record, typed by a schema; reusable and for one thread at a time. Setting and reading do not
 * allocate once cells are parsed.
 */
public final class Row {
  private final Schema schema;

  Row(Schema schema) {
    this.schema = schema;
  }

  public Schema schema() {
    return schema;
  }

  /** Makes every cell missing. */
  public void clear() {
    throw new UnsupportedOperationException("to be written");
  }

  /** Puts a text cell, as a CSV has it: units, currency signs and missing tokens are understood. */
  public CellOutcome set(int column, String text) {
    throw new UnsupportedOperationException("to be written");
  }

  /** Puts a number; a text-like column takes it in its shortest decimal form. NaN is missing. */
  public CellOutcome set(int column, double number) {
    throw new UnsupportedOperationException("to be written");
  }
}
