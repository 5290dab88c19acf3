// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import io.odometer.core.json.Json;
import io.odometer.core.message.SystemEvent;

/**
 * An event as CloudEvents 1.0 in structured mode; the data is what the topic {@code events} has,
 * the extension {@code kind} what was subscribed to.
 */
final class EventBody {
  static final String MEDIA_TYPE = "application/cloudevents+json; charset=utf-8";

  private EventBody() {}

  static byte[] of(Delivery delivery) {
    SystemEvent event = delivery.event();
    return Json.bytes(
        Json.object()
            .put("specversion", "1.0")
            .put("id", event.id())
            .put("source", event.source())
            .put("type", "io.odometer." + event.type())
            .put("time", event.time().toString())
            .put("subject", delivery.notice().project().value())
            .put("kind", delivery.notice().kind().json())
            .put("datacontenttype", "application/json")
            .set("data", Json.toTree(event)));
  }
}
