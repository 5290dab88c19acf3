// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** Reads mail addresses strictly, so that nothing but an address gets into a header. */
final class MailAddress {
  private MailAddress() {}

  /** One address, with a name before it or not: {@code Odometer <odometer@example.org>}. */
  static InternetAddress parse(String text) throws AddressException {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new AddressException("a control character", text);
    }
    InternetAddress address = new InternetAddress(text, true);
    if (!address.getAddress().contains("@")) {
      throw new AddressException("no domain", text);
    }
    return address;
  }
}
