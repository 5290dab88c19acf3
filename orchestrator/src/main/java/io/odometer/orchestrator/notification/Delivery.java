// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import io.odometer.core.message.SystemEvent;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** One notice to one receiver. */
record Delivery(SystemEvent event, Notice notice, Channel channel) {
  /**
   * The same however often it is tried, by whichever instance: receivers tell repetitions by it.
   */
  UUID id() {
    String name = event.id() + '\0' + channel.type() + '\0' + channel.target();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
