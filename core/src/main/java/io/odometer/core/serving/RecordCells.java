// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import org.jspecify.annotations.Nullable;

/**
 * Takes records cell by cell, as a {@link RequestForm} reads them. What cannot be used is refused
 * by {@link UnusableRecord}. For one thread at a time.
 */
public interface RecordCells {
  /** What the endpoint takes. */
  Fields fields();

  /** Begins a record: every field is missing. */
  void begin();

  /** The field of that name, or null for a column that is none of the endpoint's. */
  @Nullable Field field(String name);

  void text(Field field, String text);

  void number(Field field, double number);

  /** The record says that there is no value. */
  void nothing(Field field);

  /** The record is whole. */
  void end();
}
