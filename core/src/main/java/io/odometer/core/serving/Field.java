// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import io.odometer.core.schema.Column;
import io.odometer.core.schema.ColumnType;

/**
 * A feature that an endpoint takes.
 *
 * @param index its place among the endpoint's fields
 * @param facts from the newest member that knows it
 */
public record Field(int index, Column facts) {
  public String name() {
    return facts.name();
  }

  /** Whether a number is a name here, so that its digits matter rather than its value. */
  public boolean takesNames() {
    return facts.type() == ColumnType.CATEGORY || facts.type() == ColumnType.TEXT;
  }
}
