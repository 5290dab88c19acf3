// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

/** A mistake in a definition: where it is and what is wrong. */
final class InvalidField extends RuntimeException {
  InvalidField(String place, String what) {
    super(place + ": " + what, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
