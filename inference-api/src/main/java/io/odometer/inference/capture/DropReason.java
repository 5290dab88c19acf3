// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.capture;

import java.util.Locale;

/** Why an exchange was not kept. */
enum DropReason {
  /** Kafka takes less than is captured. */
  QUEUE_FULL,
  /** Kafka takes no record of that size. */
  TOO_LARGE,
  /** Kafka said no. */
  REFUSED,
  /** The service stopped before Kafka had it. */
  STOPPED;

  /** As the metric's label has it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
