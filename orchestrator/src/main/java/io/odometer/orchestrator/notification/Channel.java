// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import java.net.URI;

/** One way to one receiver. */
sealed interface Channel {
  record Mail(String address) implements Channel {
    @Override
    public String type() {
      return "mail";
    }

    @Override
    public String target() {
      return address;
    }

    @Override
    public String toString() {
      return "mail to " + address;
    }
  }

  record Webhook(URI address) implements Channel {
    @Override
    public String type() {
      return "webhook";
    }

    @Override
    public String target() {
      return address.toString();
    }

    /** Without path and query, which for many receivers are the password. */
    @Override
    public String toString() {
      return "webhook at %s://%s".formatted(address.getScheme(), address.getHost());
    }
  }

  String type();

  /** What tells it from others. */
  String target();
}
