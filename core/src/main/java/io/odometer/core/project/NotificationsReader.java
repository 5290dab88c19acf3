// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.project;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code "notifications"}: {@code [{"mail": ["ml@example.org"], "on": ["drift"]}]}. */
final class NotificationsReader {
  private NotificationsReader() {}

  static List<Subscription> read(Fields fields) {
    List<Subscription> read = new ArrayList<>();
    for (Fields one : fields.objects("notifications")) {
      subscription(one).ifPresent(read::add);
    }
    return List.copyOf(read);
  }

  private static Optional<Subscription> subscription(Fields given) {
    given.refuseUnknown(List.of("mail", "webhooks", "on"));
    List<String> mail = given.texts("mail");
    List<URI> webhooks = addresses(given);
    Set<NotificationKind> on = kinds(given);
    return given.checked("", () -> new Subscription(mail, webhooks, on));
  }

  private static List<URI> addresses(Fields given) {
    return given.texts("webhooks").stream()
        .flatMap(text -> given.checked("webhooks", () -> address(text)).stream())
        .toList();
  }

  /** An address may be a secret, so it is not repeated. */
  private static URI address(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException malformed) {
      throw new IllegalArgumentException(
          "is no http address: %s at character %d"
              .formatted(malformed.getReason(), malformed.getIndex()),
          malformed);
    }
  }

  private static Set<NotificationKind> kinds(Fields given) {
    Set<NotificationKind> kinds = EnumSet.noneOf(NotificationKind.class);
    given
        .texts("on")
        .forEach(
            text -> given.checked("on", () -> NotificationKind.of(text)).ifPresent(kinds::add));
    return kinds;
  }
}
