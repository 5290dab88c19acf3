// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow.expression;

/** A state could not be carried out; carries the error name that Retry and Catch match. */
public final class EvaluationFailure extends RuntimeException {
  public static final String RUNTIME = "States.Runtime";
  public static final String INTRINSIC = "States.IntrinsicFailure";
  public static final String RESULT_PATH = "States.ResultPathMatchFailure";
  public static final String DATA_LIMIT = "States.DataLimitExceeded";

  private final String error;

  public EvaluationFailure(String error, String message) {
    super(message, null, false, false);
    this.error = error;
  }

  public String error() {
    return error;
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
