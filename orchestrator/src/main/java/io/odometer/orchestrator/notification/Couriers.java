// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One courier for all channels. */
record Couriers(Courier mail, Courier webhook) implements Courier {
  private static final Logger LOG = LoggerFactory.getLogger(Couriers.class);

  static Couriers of(NotificationSettings settings) {
    return new Couriers(mail(settings), new WebhookCourier(settings));
  }

  private static Courier mail(NotificationSettings settings) {
    return switch (settings.mail()) {
      case MailSettings.Smtp smtp -> new SmtpCourier(smtp, settings.timeout());
      case MailSettings.Outbox outbox -> new OutboxCourier(outbox);
      case MailSettings.Nowhere _ -> Couriers::skip;
    };
  }

  private static Attempt skip(Delivery delivery) {
    LOG.info(
        "no {} of event {}: neither ODOMETER_SMTP_HOST nor ODOMETER_OUTBOX is set",
        delivery.channel(),
        delivery.event().id());
    return new Attempt.Skipped();
  }

  @Override
  public Attempt attempt(Delivery delivery) throws InterruptedException {
    return switch (delivery.channel()) {
      case Channel.Mail _ -> mail.attempt(delivery);
      case Channel.Webhook _ -> webhook.attempt(delivery);
    };
  }
}
