// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import io.odometer.orchestrator.notification.MailSettings.Outbox;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;

/** Puts mails into a folder as files that mail programs open. One delivery makes one file. */
final class OutboxCourier implements Courier {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Session session = Session.getInstance(new Properties());
  private final Path folder;
  private final MailComposer composer;

  OutboxCourier(Outbox settings) {
    this.folder = settings.folder();
    this.composer = new MailComposer(settings.from());
  }

  @Override
  public Attempt attempt(Delivery delivery) {
    try {
      put(composer.compose(session, delivery, delivery.channel().target()), name(delivery));
      return new Attempt.Sent();
    } catch (AddressException malformed) {
      return new Attempt.Refused(malformed.toString());
    } catch (IOException | MessagingException failed) {
      return new Attempt.Failed(failed.toString());
    }
  }

  private static String name(Delivery delivery) {
    return "%s-%s-%s.eml"
        .formatted(
            TIME.format(delivery.event().time()), delivery.notice().kind().json(), delivery.id());
  }

  /** Whoever looks sees whole files only. */
  private void put(MimeMessage message, String name) throws IOException, MessagingException {
    Files.createDirectories(folder);
    Path part = folder.resolve("." + name + ".part");
    try (OutputStream out = Files.newOutputStream(part)) {
      message.writeTo(out);
    }
    Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }
}
