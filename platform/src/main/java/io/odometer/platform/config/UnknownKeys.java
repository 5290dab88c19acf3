// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Keys of ours that nobody asked for. One that resembles a known key is a mistake; any other is
 * only strange, because several services may share one environment and container platforms add keys
 * of their own ({@code ODOMETER_TRAINER_SERVICE_HOST}).
 */
record UnknownKeys(List<String> misspelt, List<String> strange) {
  private static final int NEAR = 3;

  static UnknownKeys of(Set<String> present, Set<String> known) {
    List<String> misspelt = new ArrayList<>();
    List<String> strange = new ArrayList<>();
    for (String key : present.stream().filter(key -> !known.contains(key)).sorted().toList()) {
      nearest(key, known)
          .ifPresentOrElse(
              near -> misspelt.add("%s is unknown: did you mean %s?".formatted(key, near)),
              () -> strange.add(key));
    }
    return new UnknownKeys(List.copyOf(misspelt), List.copyOf(strange));
  }

  private static Optional<String> nearest(String key, Set<String> known) {
    return known.stream()
        .filter(candidate -> distance(key, candidate) <= NEAR)
        .filter(candidate -> !differsInAWord(key, candidate))
        .min(Comparator.comparingInt(candidate -> distance(key, candidate)));
  }

  /** SMTP is no misspelt HTTP: half of its letters are others. */
  private static boolean differsInAWord(String key, String candidate) {
    List<String> words = List.of(key.split("_", -1));
    List<String> others = List.of(candidate.split("_", -1));
    return words.size() == others.size()
        && IntStream.range(0, words.size())
            .anyMatch(at -> areOtherWords(words.get(at), others.get(at)));
  }

  private static boolean areOtherWords(String word, String other) {
    char[] letters = word.toCharArray();
    char[] others = other.toCharArray();
    Arrays.sort(letters);
    Arrays.sort(others);
    // Letters in another order are a slip of the fingers.
    return !Arrays.equals(letters, others) && 2 * distance(word, other) >= word.length();
  }

  /** Levenshtein's distance. */
  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int column = 0; column <= right.length(); column++) {
      row[column] = column;
    }
    for (int line = 1; line <= left.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int column = 1; column <= right.length(); column++) {
        int replaced = diagonal + (left.charAt(line - 1) == right.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(replaced, 1 + Math.min(row[column - 1], row[column]));
      }
    }
    return row[right.length()];
  }
}
