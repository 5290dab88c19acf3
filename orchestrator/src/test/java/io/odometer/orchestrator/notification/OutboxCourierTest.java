// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxCourierTest {
  @TempDir Path folder;

  private OutboxCourier outbox() throws Exception {
    return new OutboxCourier(
        new MailSettings.Outbox(folder.resolve("outbox"), MailAddress.parse("odo@localhost")));
  }

  private List<Path> files() throws Exception {
    try (Stream<Path> files = Files.list(folder.resolve("outbox"))) {
      return files.toList();
    }
  }

  @Test
  void a_mail_is_a_file_that_mail_programs_read() throws Exception {
    outbox().attempt(Happened.mail(Happened.rejected(), "ops@example.org"));

    Path file = files().getFirst();
    assertTrue(
        file.getFileName()
            .toString()
            .matches("20260304T101530Z-model-rejected-[0-9a-f-]{36}\\.eml"),
        file::toString);
    try (InputStream in = Files.newInputStream(file)) {
      MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), in);
      assertTrue(mail.getSubject().contains("model rejected"), mail.getSubject());
    }
  }

  @Test
  void the_same_delivery_is_one_file_and_another_receiver_has_another() throws Exception {
    Delivery delivery = Happened.mail(Happened.rejected(), "ops@example.org");
    assertEquals(new Attempt.Sent(), outbox().attempt(delivery));
    assertEquals(new Attempt.Sent(), outbox().attempt(delivery));
    assertEquals(1, files().size());

    outbox().attempt(Happened.mail(Happened.rejected(), "dev@example.org"));
    assertEquals(2, files().size());
  }
}
