// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import io.odometer.platform.config.Settings;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where mails go. */
public sealed interface MailSettings {
  /** To a mail server. */
  record Smtp(
      String host, int port, Optional<Login> login, Encryption encryption, InternetAddress from)
      implements MailSettings {}

  /** To a folder, as files. */
  record Outbox(Path folder, InternetAddress from) implements MailSettings {}

  /** Nowhere. */
  record Nowhere() implements MailSettings {}

  /** Whom a mail server knows. */
  record Login(String user, String password) {
    @Override
    public String toString() {
      return user + " with a password";
    }
  }

  /** Of the connection to a mail server; the server's certificate must be one that Java trusts. */
  enum Encryption {
    NONE(25),
    /** Turned on after the greeting; a server that has none is not talked to. */
    STARTTLS(587),
    /** From the first byte. */
    TLS(465);

    private final int port;

    Encryption(int port) {
      this.port = port;
    }

    static Encryption of(String name) {
      return Arrays.stream(values())
          .filter(value -> value.toString().equals(name))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException(name));
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * {@code ODOMETER_SMTP_HOST}, {@code _PORT}, {@code _USER}, {@code _PASSWORD}, {@code _TLS},
   * {@code ODOMETER_MAIL_FROM}; without a host {@code ODOMETER_OUTBOX}. All are asked for, so that
   * none is unknown.
   */
  static MailSettings from(Settings settings) {
    Optional<String> host = settings.optional("ODOMETER_SMTP_HOST");
    Encryption encryption =
        settings.parsed(
            "ODOMETER_SMTP_TLS", Encryption.NONE, Encryption::of, "none, starttls or tls");
    int port = settings.port("ODOMETER_SMTP_PORT", encryption.port);
    Optional<Login> login = login(settings);
    InternetAddress from =
        settings.parsed(
            "ODOMETER_MAIL_FROM", placeholder(), MailSettings::address, "a mail address");
    Optional<String> folder = settings.optional("ODOMETER_OUTBOX");
    if (host.isPresent()) {
      return new Smtp(host.get(), port, login, encryption, from);
    }
    return folder
        .<MailSettings>map(path -> new Outbox(Path.of(path), from))
        .orElseGet(Nowhere::new);
  }

  private static Optional<Login> login(Settings settings) {
    Optional<String> user = settings.optional("ODOMETER_SMTP_USER");
    Optional<String> password = settings.secret("ODOMETER_SMTP_PASSWORD");
    settings.require(
        user.isPresent() == password.isPresent(),
        "ODOMETER_SMTP_USER and ODOMETER_SMTP_PASSWORD are set together or not at all");
    return user.flatMap(name -> password.map(secret -> new Login(name, secret)));
  }

  private static InternetAddress placeholder() {
    return address("odometer@localhost");
  }

  private static InternetAddress address(String text) {
    try {
      return MailAddress.parse(text);
    } catch (AddressException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }
}
