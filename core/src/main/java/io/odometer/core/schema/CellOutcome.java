// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.schema;

/** What became of a cell that was put in a row. */
public enum CellOutcome {
  /** Read as the column's type. */
  VALUE,
  /** Empty or one of the missing tokens. */
  MISSING,
  /** Not of the column's type; the cell counts as missing. */
  UNREADABLE
}
