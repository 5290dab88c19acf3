// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.filter;

import java.util.function.IntPredicate;

/** A place in a text that is read once, from left to right. */
final class Cursor {
  private final String text;
  private int at;

  Cursor(String text) {
    this.text = text;
  }

  boolean isAtEnd() {
    return at == text.length();
  }

  boolean sees(char wanted) {
    return !isAtEnd() && text.charAt(at) == wanted;
  }

  /** Moves on if the next character is this one. */
  boolean takes(char wanted) {
    boolean seen = sees(wanted);
    at += seen ? 1 : 0;
    return seen;
  }

  void expect(char wanted, String expected) {
    if (!takes(wanted)) {
      throw wrong(expected);
    }
  }

  /** The characters from here on that are such ones; at least one is expected. */
  String run(IntPredicate isPart, String expected) {
    int start = at;
    while (!isAtEnd() && isPart.test(text.charAt(at))) {
      at++;
    }
    if (start == at) {
      throw wrong(expected);
    }
    return text.substring(start, at);
  }

  /** How many characters were read so far. */
  int place() {
    return at;
  }

  /** What was read so far. */
  String before() {
    return text.substring(0, at);
  }

  IllegalArgumentException wrong(String expected) {
    return wrong(at, expected);
  }

  IllegalArgumentException wrong(int place, String expected) {
    String found = place == text.length() ? "the end" : "'" + text.charAt(place) + "'";
    return new IllegalArgumentException(
        "'%s' is no path: character %d is %s, expected %s"
            .formatted(text, place + 1, found, expected));
  }
}
