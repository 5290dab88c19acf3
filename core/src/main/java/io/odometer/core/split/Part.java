// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.split;

import java.util.Locale;

/** A part of the rows. */
public enum Part {
  TRAIN,
  VALIDATION,
  TEST;

  /** Such as {@code train}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
