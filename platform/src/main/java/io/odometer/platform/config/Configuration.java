// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.config;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was read.
 *
 * @param effective every key that was asked for with what holds for it, secrets hidden
 * @param strange keys of ours that nobody asked for and that resemble none that was
 */
public record Configuration<T>(T value, Map<String, String> effective, List<String> strange) {
  /** For the log: one {@code KEY=value} after another, sorted. */
  public String describe() {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(effective)
        .forEach((key, value) -> text.append(' ').append(key).append('=').append(value));
    return text.substring(Math.min(1, text.length()));
  }
}
