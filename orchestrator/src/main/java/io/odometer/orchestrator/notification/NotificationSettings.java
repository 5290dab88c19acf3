// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import io.odometer.platform.config.Settings;
import java.time.Duration;
import java.util.Optional;

/**
 * How people are told.
 *
 * @param webhookSecret what webhooks are signed with; without it they are not signed
 * @param patience how long a delivery is tried before it is given up
 * @param timeout of connecting, of an answer and of each read and write
 */
public record NotificationSettings(
    MailSettings mail, Optional<String> webhookSecret, Duration patience, Duration timeout) {
  private static final Duration MOST_PATIENCE = Duration.ofDays(1);
  private static final Duration MOST_TIMEOUT = Duration.ofMinutes(5);

  /**
   * {@code ODOMETER_WEBHOOK_SECRET}, {@code ODOMETER_NOTIFY_PATIENCE}, {@code
   * ODOMETER_NOTIFY_TIMEOUT}, and those of mail.
   */
  public static NotificationSettings from(Settings settings) {
    MailSettings mail = MailSettings.from(settings);
    Optional<String> secret = settings.secret("ODOMETER_WEBHOOK_SECRET");
    Duration patience = settings.duration("ODOMETER_NOTIFY_PATIENCE", Duration.ofMinutes(15));
    Duration timeout = settings.duration("ODOMETER_NOTIFY_TIMEOUT", Duration.ofSeconds(10));
    settings.require(
        !patience.isNegative() && patience.compareTo(MOST_PATIENCE) <= 0,
        "ODOMETER_NOTIFY_PATIENCE is between 0s and 1d, not " + patience);
    settings.require(
        timeout.compareTo(Duration.ofMillis(100)) >= 0 && timeout.compareTo(MOST_TIMEOUT) <= 0,
        "ODOMETER_NOTIFY_TIMEOUT is between 100ms and 5m, not " + timeout);
    return new NotificationSettings(mail, secret, patience, timeout);
  }

  @Override
  public String toString() {
    return "%s, webhooks %s, patience %s"
        .formatted(mail, webhookSecret.isPresent() ? "signed" : "not signed", patience);
  }
}
