// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Date;

/** Makes mails of deliveries: plain text and HTML, of which the reader's program shows one. */
final class MailComposer {
  private static final String UTF_8 = "UTF-8";

  private final LetterWriter writer = new LetterWriter();
  private final InternetAddress from;

  MailComposer(InternetAddress from) {
    this.from = from;
  }

  MimeMessage compose(Session session, Delivery delivery, String address)
      throws MessagingException {
    Letter letter = writer.write(delivery.notice());
    MimeMessage message = new Identified(session, "<" + delivery.id() + "@odometer>");
    message.setFrom(from);
    message.setRecipient(Message.RecipientType.TO, MailAddress.parse(address));
    message.setSubject(letter.subject(), UTF_8);
    message.setSentDate(Date.from(delivery.event().time()));
    // Nobody's holiday reply is wanted.
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setContent(
        new MimeMultipart(
            "alternative", part(letter.text(), "plain"), part(letter.html(), "html")));
    message.saveChanges();
    return message;
  }

  private static MimeBodyPart part(String content, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(content, UTF_8, subtype);
    return part;
  }

  /** Keeps the id that it is given. */
  private static final class Identified extends MimeMessage {
    private final String id;

    Identified(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
