// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.kafka;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;

/** Names what Kafka's clients throw. */
final class KafkaFailures {
  private KafkaFailures() {}

  static OdometerException named(String what, Throwable failure) {
    Throwable cause =
        failure instanceof ExecutionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    String message = what + ": " + detail(cause);
    return passing(cause)
        ? new OdometerException(Errors.KAFKA_UNAVAILABLE, message, cause)
        : new OdometerException(Errors.INTERNAL, message, cause);
  }

  private static String detail(Throwable cause) {
    String message =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    // "Failed to construct kafka producer" says nothing; its cause does.
    Throwable deeper = cause.getCause();
    return deeper == null ? message : message + " (" + deeper.getMessage() + ")";
  }

  /** Names that do not resolve yet, brokers that are not there yet: all of it may pass. */
  private static boolean passing(Throwable cause) {
    return switch (cause) {
      case RecordTooLargeException _ -> false;
      case RetriableException _, InvalidReplicationFactorException _ -> true;
      case KafkaException failed -> failed.getCause() instanceof ConfigException;
      default -> cause instanceof TimeoutException;
    };
  }
}
