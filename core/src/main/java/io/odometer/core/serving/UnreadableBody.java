// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

/**
 * A request whose body is no list of records. Requests are full of mistakes, so it bears no stack.
 */
public final class UnreadableBody extends RuntimeException {
  private final boolean wellFormed;

  private UnreadableBody(String message, boolean wellFormed) {
    super(message, null, false, false);
    this.wellFormed = wellFormed;
  }

  /** It is not in the form that it claims. */
  static UnreadableBody malformed(String message) {
    return new UnreadableBody(message, false);
  }

  /** It is in the form that it claims, but holds something else than records. */
  static UnreadableBody noRecords(String message) {
    return new UnreadableBody(message, true);
  }

  /** Whether only its content is wrong. */
  public boolean isWellFormed() {
    return wellFormed;
  }

  /** The message; never null, unlike {@link #getMessage()}'s contract. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
