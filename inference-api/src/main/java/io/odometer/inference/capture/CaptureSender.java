// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.capture;

import java.util.concurrent.CompletableFuture;

/** Sends captured records. */
@FunctionalInterface
public interface CaptureSender {
  /**
   * Waits for room for a moment, not for the record's arrival.
   *
   * @return ends normally when the record has arrived, else with an OdometerException
   * @throws io.odometer.core.error.OdometerException {@code Kafka.Unavailable} when nothing can be
   *     sent just now: try again
   */
  CompletableFuture<?> send(String endpoint, byte[] value);
}
