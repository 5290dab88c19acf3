// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.sink;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody is about to write: everything from the committed offset to this one. It is
 * committed beside the old offset before anything is written, so that whoever comes after a death
 * writes the very same objects.
 */
record Intent(long last) {
  /** Beside an offset up to which everything is written. */
  static final String NONE = "";

  private static final Pattern FORM = Pattern.compile("last=(\\d{1,18})");

  static Optional<Intent> of(String metadata) {
    Matcher matcher = FORM.matcher(metadata);
    return matcher.matches()
        ? Optional.of(new Intent(Long.parseLong(matcher.group(1))))
        : Optional.empty();
  }

  String metadata() {
    return "last=" + last;
  }
}
