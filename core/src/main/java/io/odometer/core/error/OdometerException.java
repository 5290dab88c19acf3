// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.error;

import org.jspecify.annotations.Nullable;

/**
 * The one unchecked root of named failures. The message is for the user: it names the thing and the
 * place.
 */
public final class OdometerException extends RuntimeException {
  private final ErrorName error;

  public OdometerException(ErrorName error, String message) {
    this(error, message, null);
  }

  public OdometerException(ErrorName error, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.error = error;
  }

  public ErrorName error() {
    return error;
  }

  /** The message; never null, unlike {@link #getMessage()}'s contract. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
