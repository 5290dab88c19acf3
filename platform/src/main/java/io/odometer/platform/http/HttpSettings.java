// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.http;

import java.util.Optional;

/**
 * Where to listen (port 0: any free one) and the bearer token that every call but health needs, if
 * one is set.
 */
public record HttpSettings(String host, int port, Optional<String> token) {
  @Override
  public String toString() {
    return "HttpSettings[host=%s, port=%d, token=%s]"
        .formatted(host, port, token.isPresent() ? "***" : "none");
  }
}
