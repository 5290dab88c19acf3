// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.project;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Who is told of what.
 *
 * @param mail addresses
 * @param webhooks http or https addresses that are posted to
 * @param on at least one kind
 */
public record Subscription(List<String> mail, List<URI> webhooks, Set<NotificationKind> on) {
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+");

  public Subscription {
    mail = List.copyOf(Objects.requireNonNullElse(mail, List.of()));
    webhooks = List.copyOf(Objects.requireNonNullElse(webhooks, List.of()));
    on = Collections.unmodifiableSet(new TreeSet<>(Objects.requireNonNullElse(on, Set.of())));
    mail.forEach(Subscription::requireAddress);
    webhooks.forEach(Subscription::requireHttp);
    if (mail.isEmpty() && webhooks.isEmpty()) {
      throw new IllegalArgumentException("a subscription names mail or webhooks");
    }
    if (on.isEmpty()) {
      throw new IllegalArgumentException("a subscription says on what, such as [\"drift\"]");
    }
  }

  private static void requireAddress(String address) {
    if (!ADDRESS.matcher(address).matches()) {
      throw new IllegalArgumentException("'" + address + "' is no mail address");
    }
  }

  /** Whatever else there is to an address may be a secret. */
  private static String shown(URI webhook) {
    return "%s://%s"
        .formatted(
            Objects.requireNonNullElse(webhook.getScheme(), ""),
            Objects.requireNonNullElse(webhook.getHost(), ""));
  }

  private static void requireHttp(URI webhook) {
    boolean http = "http".equals(webhook.getScheme()) || "https".equals(webhook.getScheme());
    if (!http || webhook.getHost() == null) {
      throw new IllegalArgumentException("'" + shown(webhook) + "' is no http address");
    }
  }
}
