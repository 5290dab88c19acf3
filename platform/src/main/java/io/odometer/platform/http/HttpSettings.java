// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.http;

import io.odometer.platform.config.Settings;
import java.util.Optional;

/**
 * Where to listen (port 0: any free one) and the bearer token that every call but health needs, if
 * one is set.
 */
public record HttpSettings(String host, int port, Optional<String> token) {
  /** {@code ODOMETER_HTTP_HOST}, {@code ODOMETER_HTTP_PORT}, {@code ODOMETER_TOKEN}. */
  public static HttpSettings from(Settings settings, int defaultPort) {
    return new HttpSettings(
        settings.string("ODOMETER_HTTP_HOST", "127.0.0.1"),
        settings.port("ODOMETER_HTTP_PORT", defaultPort),
        settings.secret("ODOMETER_TOKEN"));
  }

  @Override
  public String toString() {
    return "HttpSettings[host=%s, port=%d, token=%s]"
        .formatted(host, port, token.isPresent() ? "***" : "none");
  }
}
