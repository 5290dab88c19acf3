// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import io.odometer.core.message.SystemEvent;
import io.odometer.core.message.Topic;
import io.odometer.core.project.NotificationKind;
import java.time.Instant;

/**
 * A delivery that was given up, with all that is needed to do it by hand.
 *
 * @param channel {@code mail} or {@code webhook}
 * @param target the address
 * @param reason why the last try failed
 */
public record DeadNotification(
    SystemEvent event,
    NotificationKind kind,
    String channel,
    String target,
    int attempts,
    String reason,
    Instant at) {
  /** Key: project. */
  public static final Topic<DeadNotification> TOPIC =
      new Topic<>("notifications-dead", DeadNotification.class, Topic.Retention.WEEK);
}
