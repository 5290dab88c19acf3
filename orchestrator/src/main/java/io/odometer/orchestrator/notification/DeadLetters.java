// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import io.odometer.core.error.OdometerException;

/** Where deliveries go that were given up. Safe for use by many threads. */
interface DeadLetters {
  /**
   * Returns once it is kept.
   *
   * @throws OdometerException {@code Kafka.Unavailable} if it may be kept later
   */
  void bury(Delivery delivery, int attempts, String reason);
}
