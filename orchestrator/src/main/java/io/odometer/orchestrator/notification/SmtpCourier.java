// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import io.odometer.orchestrator.notification.MailSettings.Encryption;
import io.odometer.orchestrator.notification.MailSettings.Login;
import io.odometer.orchestrator.notification.MailSettings.Smtp;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands mails to a mail server, a connection each and a few at a time. */
final class SmtpCourier implements Courier {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpCourier.class);
  private static final int MOST_CONNECTIONS = 4;

  private final Smtp settings;
  private final Session session;
  private final MailComposer composer;
  private final Semaphore connections = new Semaphore(MOST_CONNECTIONS);

  SmtpCourier(Smtp settings, Duration timeout) {
    this.settings = settings;
    this.session = Session.getInstance(properties(settings, timeout.toMillis()));
    this.composer = new MailComposer(settings.from());
  }

  private static Properties properties(Smtp settings, long timeout) {
    Properties properties = new Properties();
    properties.put("mail.smtp.connectiontimeout", String.valueOf(timeout));
    properties.put("mail.smtp.timeout", String.valueOf(timeout));
    properties.put("mail.smtp.writetimeout", String.valueOf(timeout));
    properties.put("mail.smtp.auth", String.valueOf(settings.login().isPresent()));
    boolean startTls = settings.encryption() == Encryption.STARTTLS;
    properties.put("mail.smtp.starttls.enable", String.valueOf(startTls));
    properties.put("mail.smtp.starttls.required", String.valueOf(startTls));
    properties.put("mail.smtp.ssl.enable", String.valueOf(settings.encryption() == Encryption.TLS));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    return properties;
  }

  @Override
  public Attempt attempt(Delivery delivery) throws InterruptedException {
    connections.acquire();
    try {
      send(composer.compose(session, delivery, delivery.channel().target()));
      return new Attempt.Sent();
    } catch (AddressException malformed) {
      return new Attempt.Refused(malformed.toString());
    } catch (MessagingException failed) {
      return SmtpFailures.judge(failed);
    } finally {
      connections.release();
    }
  }

  private void send(MimeMessage message) throws MessagingException {
    Transport transport = session.getTransport("smtp");
    try {
      transport.connect(
          settings.host(),
          settings.port(),
          settings.login().map(Login::user).orElse(null),
          settings.login().map(Login::password).orElse(null));
      transport.sendMessage(message, message.getAllRecipients());
    } finally {
      quit(transport);
    }
  }

  /** What was accepted is sent, whatever comes of the goodbye. */
  private static void quit(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException failed) {
      LOG.debug("a mail server did not say goodbye", failed);
    }
  }
}
