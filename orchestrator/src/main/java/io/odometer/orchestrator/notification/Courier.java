// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

/** Takes deliveries to their receivers. Safe for use by many threads. */
interface Courier {
  /** Tries once, within a limit of time. */
  Attempt attempt(Delivery delivery) throws InterruptedException;
}
