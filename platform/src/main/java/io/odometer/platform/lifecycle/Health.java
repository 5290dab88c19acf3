// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.lifecycle;

/** Ready, or not yet and why. */
public sealed interface Health {
  record Ready() implements Health {}

  record NotReady(String reason) implements Health {}

  static Health ready() {
    return new Ready();
  }

  static Health notReady(String reason) {
    return new NotReady(reason);
  }
}
