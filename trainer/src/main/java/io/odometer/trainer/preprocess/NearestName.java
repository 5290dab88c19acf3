// SPDX-License-Identifier: Apache-2.0
package io.odometer.trainer.preprocess;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody may have meant. */
final class NearestName {
  private NearestName() {}

  /** The name with the fewest letters wrong, capitals and punctuation aside; at most a third. */
  static Optional<String> of(String wanted, List<String> names) {
    String plain = plain(wanted);
    return names.stream()
        .filter(name -> distance(plain, plain(name)) <= Math.max(plain.length() / 3, 1))
        .min(Comparator.comparingInt(name -> distance(plain, plain(name))));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** Levenshtein's. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
