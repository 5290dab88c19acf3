// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.odometer.core.message.SystemEvent;
import io.odometer.orchestrator.notification.MailSettings.Encryption;
import io.odometer.orchestrator.notification.MailSettings.Login;
import io.odometer.orchestrator.notification.MailSettings.Smtp;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SmtpCourierTest {
  private static final SystemEvent EVENT = Happened.drifted("mileage");

  private final GreenMail server =
      new GreenMail(
          ServerSetup.dynamicPort(new ServerSetup[] {ServerSetup.SMTP, ServerSetup.SMTPS}));

  @BeforeEach
  void start() {
    server.start();
    server.setUser("ops@example.org", "ops", "geheim");
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private SmtpCourier courier(Optional<Login> login, Encryption encryption, int port)
      throws Exception {
    return new SmtpCourier(
        new Smtp(
            "127.0.0.1", port, login, encryption, MailAddress.parse("Odometer <odo@example.org>")),
        Duration.ofMillis(700));
  }

  private SmtpCourier plain() throws Exception {
    return courier(Optional.empty(), Encryption.NONE, server.getSmtp().getPort());
  }

  private static Delivery to(String address) {
    return Happened.mail(EVENT, address);
  }

  @Test
  void a_mail_arrives_as_plain_text_and_html() throws Exception {
    assertEquals(new Attempt.Sent(), plain().attempt(to("ops@example.org")));

    MimeMessage mail = server.getReceivedMessages()[0];
    assertEquals("[odometer] used-cars: drift: mileage, fuelType and year", mail.getSubject());
    assertEquals("Odometer <odo@example.org>", mail.getFrom()[0].toString());
    assertEquals("auto-generated", mail.getHeader("Auto-Submitted", ""));
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    assertTrue(parts.getContentType().startsWith("multipart/alternative"));
    assertEquals("text/plain; charset=UTF-8", parts.getBodyPart(0).getContentType());
    assertTrue(parts.getBodyPart(0).getContent().toString().contains("0 – 20000"));
    assertEquals("text/html; charset=UTF-8", parts.getBodyPart(1).getContentType());
    assertTrue(parts.getBodyPart(1).getContent().toString().contains("<table"));
  }

  @Test
  void the_same_delivery_has_the_same_id_and_another_has_another() throws Exception {
    SmtpCourier courier = plain();
    courier.attempt(to("ops@example.org"));
    courier.attempt(to("ops@example.org"));
    courier.attempt(to("dev@example.org"));

    MimeMessage[] mails = server.getReceivedMessages();
    long ids = Arrays.stream(mails).map(SmtpCourierTest::id).distinct().count();
    assertEquals(3, mails.length);
    assertEquals(2, ids);
  }

  private static String id(MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (MessagingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  @Test
  void a_login_that_is_known_is_let_in_and_another_may_be_put_right() throws Exception {
    int port = server.getSmtp().getPort();
    Attempt good =
        courier(Optional.of(new Login("ops", "geheim")), Encryption.NONE, port)
            .attempt(to("ops@example.org"));
    Attempt bad =
        courier(Optional.of(new Login("ops", "falsch")), Encryption.NONE, port)
            .attempt(to("ops@example.org"));
    assertEquals(new Attempt.Sent(), good);
    assertInstanceOf(Attempt.Failed.class, bad);
    assertEquals(1, server.getReceivedMessages().length);
  }

  @Test
  void nothing_is_sent_in_the_clear_when_encryption_is_wanted() throws Exception {
    Attempt attempt =
        courier(Optional.empty(), Encryption.STARTTLS, server.getSmtp().getPort())
            .attempt(to("ops@example.org"));
    assertInstanceOf(Attempt.Failed.class, attempt);
    assertEquals(0, server.getReceivedMessages().length);
  }

  @Test
  void a_certificate_that_nobody_vouches_for_is_not_trusted() throws Exception {
    Attempt attempt =
        courier(Optional.empty(), Encryption.TLS, server.getSmtps().getPort())
            .attempt(to("ops@example.org"));
    assertInstanceOf(Attempt.Failed.class, attempt);
    assertEquals(0, server.getReceivedMessages().length);
  }

  @Test
  void a_server_that_was_away_gets_the_mail_later() throws Exception {
    SmtpCourier courier = plain();
    ServerSetup place = ServerSetup.SMTP.port(server.getSmtp().getPort());
    server.stop();
    assertInstanceOf(Attempt.Failed.class, courier.attempt(to("ops@example.org")));

    GreenMail back = new GreenMail(place);
    back.start();
    try {
      assertEquals(new Attempt.Sent(), courier.attempt(to("ops@example.org")));
    } finally {
      back.stop();
    }
  }

  @Test
  void a_server_that_says_nothing_is_left_after_a_while() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Attempt attempt =
          courier(Optional.empty(), Encryption.NONE, silent.getLocalPort())
              .attempt(to("ops@example.org"));
      assertInstanceOf(Attempt.Failed.class, attempt);
    }
  }

  @Test
  void an_address_cannot_bring_headers_along() throws Exception {
    Attempt attempt = plain().attempt(to("ops@example.org\r\nBcc: all@example.org"));
    assertInstanceOf(Attempt.Refused.class, attempt);
    assertEquals(0, server.getReceivedMessages().length);
  }

  @Test
  void a_feature_cannot_bring_headers_along() throws Exception {
    SystemEvent event = Happened.drifted("mileage\r\nBcc: all@example.org");
    plain().attempt(Happened.mail(event, "ops@example.org"));

    MimeMessage mail = server.getReceivedMessages()[0];
    assertNull(mail.getHeader("Bcc"));
    assertArrayEquals(new String[] {"ops@example.org"}, mail.getHeader("To"));
  }
}
