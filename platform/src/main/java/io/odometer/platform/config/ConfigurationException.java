// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.config;

import java.util.List;

/** Every mistake of a configuration at once, each naming its key. */
public final class ConfigurationException extends RuntimeException {
  private final List<String> mistakes;

  public ConfigurationException(List<String> mistakes) {
    super(String.join("; ", mistakes));
    this.mistakes = List.copyOf(mistakes);
  }

  public List<String> mistakes() {
    return mistakes;
  }
}
