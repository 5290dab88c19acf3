// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a mistyped one was probably meant to be. */
public final class DidYouMean {
  private DidYouMean() {}

  /** The nearest known name, if it is near enough to be worth naming. */
  public static Optional<String> nearest(String typed, Collection<String> known) {
    int most = Math.max(1, Math.min(3, typed.length() / 3));
    return known.stream()
        .filter(name -> distance(plain(typed), plain(name)) <= most)
        .min(
            Comparator.comparingInt((String name) -> distance(plain(typed), plain(name)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** What to say of an unknown name: the nearest one, else all there are. */
  public static String hint(String typed, Collection<String> known) {
    return nearest(typed, known)
        .map(name -> "did you mean '" + name + "'?")
        .orElseGet(() -> "there are " + String.join(", ", known));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }

  /** Levenshtein's: insertions, deletions and replacements; a swap of neighbours counts as one. */
  private static int distance(String left, String right) {
    if (left.length() - right.length() > 3 || right.length() - left.length() > 3) {
      return Integer.MAX_VALUE;
    }
    int[][] cost = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, left, right, i, j);
      }
    }
    return cost[left.length()][right.length()];
  }

  private static int step(int[][] cost, String left, String right, int i, int j) {
    int replaced = cost[i - 1][j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
