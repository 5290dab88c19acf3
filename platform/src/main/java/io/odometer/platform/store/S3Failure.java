// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.store;

import io.minio.errors.ErrorResponseException;
import io.minio.errors.InvalidResponseException;
import io.minio.errors.ServerException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What an answer that is not a success, or no answer at all, means. */
enum S3Failure {
  /** No such object or bucket. */
  NOT_FOUND,
  /** A condition does not hold. */
  PRECONDITION,
  /** The range begins after the end of the object. */
  BEYOND_END,
  /** The store understood and said no: credentials, policy, a malformed request. */
  REFUSED,
  /** No answer, or one that may differ the next time; a write may have happened nevertheless. */
  TRANSIENT;

  private static final Set<String> PASSING =
      Set.of(
          "InternalError",
          "SlowDown",
          "SlowDownRead",
          "SlowDownWrite",
          "ServiceUnavailable",
          "RequestTimeout",
          "OperationAborted",
          "ConditionalRequestConflict",
          "XMinioServerNotInitialized",
          "XMinioReadQuorum",
          "XMinioWriteQuorum");

  static S3Failure of(Throwable failure) {
    return switch (failure) {
      case ErrorResponseException answered -> of(answered);
      case ServerException server when server.statusCode() == 412 -> PRECONDITION;
      case ServerException server when server.statusCode() == 304 -> PRECONDITION;
      case InvalidResponseException _, ServerException _ -> TRANSIENT;
      default -> TRANSIENT;
    };
  }

  private static S3Failure of(ErrorResponseException answered) {
    String code = String.valueOf(answered.errorResponse().code());
    int status = answered.response().code();
    return switch (code) {
      case "NoSuchKey", "NoSuchBucket", "NoSuchUpload", "ResourceNotFound" -> NOT_FOUND;
      case "PreconditionFailed" -> PRECONDITION;
      case "InvalidRange" -> BEYOND_END;
      default -> PASSING.contains(code) || status >= 500 ? TRANSIENT : ofStatus(status);
    };
  }

  private static S3Failure ofStatus(int status) {
    return switch (status) {
      case 404 -> NOT_FOUND;
      case 412 -> PRECONDITION;
      case 416 -> BEYOND_END;
      case 408, 429 -> TRANSIENT;
      default -> REFUSED;
    };
  }

  /** The client wraps what it throws in layers of futures. */
  static Throwable unwrap(Throwable failure) {
    Throwable cause = failure.getCause();
    boolean wrapper =
        failure instanceof ExecutionException || failure instanceof CompletionException;
    return wrapper && cause != null ? unwrap(cause) : failure;
  }
}
