// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.table;

/** What every reader of cells agrees on. */
public final class Cells {
  private static final String[] MISSING = {
    "NA", "N/A", "NaN", "null", "-", "?", "#N/A", "n.a.", "<NA>", "--"
  };
  private static final int LONGEST_MISSING = 4;

  private Cells() {}

  /** Without blanks at both ends; the no-break space and the byte order mark are blanks. */
  public static String trim(String text) {
    int end = text.length();
    int start = 0;
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Trimmed, and every run of blanks within made one blank. */
  public static String normalise(String text) {
    String trimmed = trim(text);
    return isSingleSpaced(trimmed) ? trimmed : collapse(trimmed);
  }

  /** Whether the cell says nothing: empty, or one of the tokens that people write for that. */
  public static boolean isMissing(String text) {
    String trimmed = trim(text);
    if (trimmed.isEmpty()) {
      return true;
    }
    if (trimmed.length() > LONGEST_MISSING) {
      return false;
    }
    for (String token : MISSING) {
      if (token.equalsIgnoreCase(trimmed)) {
        return true;
      }
    }
    return false;
  }

  public static boolean isBlank(char character) {
    return character <= ' '
        || character == '\u00a0'
        || character == '\u202f'
        || character == '\u2009'
        || character == '\ufeff'
        || character == '\u3000';
  }

  /** Whether the character stands between two words. */
  public static boolean partsWords(char character) {
    return character == '_' || isBlank(character);
  }

  private static boolean isSingleSpaced(String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (isBlank(character) && (character != ' ' || text.charAt(i + 1) == ' ')) {
        return false;
      }
    }
    return true;
  }

  private static String collapse(String text) {
    StringBuilder collapsed = new StringBuilder(text.length());
    boolean blank = false;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (!isBlank(character)) {
        collapsed.append(character);
      } else if (!blank) {
        collapsed.append(' ');
      }
      blank = isBlank(character);
    }
    return collapsed.toString();
  }
}
