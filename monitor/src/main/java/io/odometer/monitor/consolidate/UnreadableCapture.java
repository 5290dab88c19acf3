// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.consolidate;

/** A captured record that cannot be read. Costs itself, so it bears no stack. */
final class UnreadableCapture extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String reason;

  /**
   * @param reason a few words, the same for all that are wrong in this way
   */
  UnreadableCapture(String reason) {
    this(reason, "");
  }

  UnreadableCapture(String reason, String detail) {
    super(detail.isEmpty() ? reason : reason + ": " + detail, null, false, false);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
