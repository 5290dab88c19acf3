// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.store;

import io.odometer.core.error.ErrorName;
import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;

/**
 * A call that failed for good.
 *
 * <p>{@code doubtful} when an earlier try got no clear answer: it may have done the work.
 */
final class S3Exception extends Exception {
  private final transient S3Failure failure;
  private final boolean doubtful;

  S3Exception(String what, S3Failure failure, boolean doubtful, Throwable cause) {
    super(what + ": " + detail(failure, cause), cause);
    this.failure = failure;
    this.doubtful = doubtful;
  }

  boolean is(S3Failure kind) {
    return failure == kind;
  }

  boolean doubtful() {
    return doubtful;
  }

  OdometerException named() {
    return new OdometerException(name(), String.valueOf(getMessage()), getCause());
  }

  private ErrorName name() {
    return switch (failure) {
      case NOT_FOUND -> Errors.STORE_NOT_FOUND;
      case PRECONDITION, BEYOND_END -> Errors.STORE_PRECONDITION;
      case REFUSED -> Errors.STORE_REFUSED;
      case TRANSIENT -> Errors.STORE_UNAVAILABLE;
    };
  }

  private static String detail(S3Failure failure, Throwable cause) {
    return switch (failure) {
      case NOT_FOUND -> "there is no such object or bucket";
      case PRECONDITION -> "the condition does not hold";
      case BEYOND_END -> "the range lies beyond the end";
      case REFUSED -> "the object store refuses: " + cause.getMessage();
      case TRANSIENT -> "the object store does not answer: " + cause.getMessage();
    };
  }
}
