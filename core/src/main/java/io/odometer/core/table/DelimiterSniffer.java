// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.table;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells which of comma, semicolon, tab and bar parts the cells: the one that most rows agree on.
 */
final class DelimiterSniffer {
  private static final String CANDIDATES = ",;\t|";
  private static final int ROWS = 50;

  private DelimiterSniffer() {}

  /**
   * @param cut whether the sample ends before the table does, perhaps within a row
   */
  static char sniff(String sample, boolean cut) {
    char best = CANDIDATES.charAt(0);
    double bestScore = 0;
    for (int i = 0; i < CANDIDATES.length(); i++) {
      double score = score(counts(sample, CANDIDATES.charAt(i), cut));
      if (score > bestScore) {
        bestScore = score;
        best = CANDIDATES.charAt(i);
      }
    }
    return best;
  }

  /** Share of rows as wide as the header, and a little for width. */
  private static double score(List<Integer> counts) {
    if (counts.isEmpty() || counts.getFirst() == 0) {
      return 0;
    }
    int width = counts.getFirst();
    double agreeing = counts.stream().filter(count -> count == width).count();
    return (agreeing - 0.5) / counts.size() + width / (width + 10.0);
  }

  private static List<Integer> counts(String sample, char delimiter, boolean cut) {
    List<Integer> counts = new ArrayList<>();
    boolean quoted = false;
    int count = 0;
    int start = 0;
    for (int i = 0; i < sample.length() && counts.size() < ROWS; i++) {
      char character = sample.charAt(i);
      if (character == '"') {
        quoted = !quoted;
      } else if (!quoted && (character == '\n' || character == '\r')) {
        if (i > start) {
          counts.add(count);
        }
        count = 0;
        start = i + 1;
      } else if (!quoted && character == delimiter) {
        count++;
      }
    }
    if (!cut && start < sample.length() && counts.size() < ROWS) {
      counts.add(count);
    }
    return counts;
  }
}
