// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of StringMatches: {@code *} is any text, {@code \*} a star, {@code \\} a backslash.
 *
 * @param pieces the text between the stars
 */
record Wildcard(List<String> pieces) {
  Wildcard {
    pieces = List.copyOf(pieces);
  }

  static Wildcard parse(String pattern) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '*') {
        pieces.add(piece.toString());
        piece.setLength(0);
      } else {
        piece.append(c == '\\' && i + 1 < pattern.length() ? pattern.charAt(++i) : c);
      }
    }
    pieces.add(piece.toString());
    return new Wildcard(pieces);
  }

  boolean matches(String text) {
    String first = pieces.getFirst();
    if (pieces.size() == 1) {
      return text.equals(first);
    }
    return text.startsWith(first) && matchesAfter(text, first.length());
  }

  private boolean matchesAfter(String text, int start) {
    int at = start;
    for (String piece : pieces.subList(1, pieces.size() - 1)) {
      int found = text.indexOf(piece, at);
      if (found < 0) {
        return false;
      }
      at = found + piece.length();
    }
    String last = pieces.getLast();
    return text.length() - last.length() >= at && text.endsWith(last);
  }
}
