// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.filter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one path. */
final class PathParser {
  private static final int MOST_CHARACTERS = 63;
  private static final int MOST_DIGITS = 9;
  private static final String NO_PLAIN_NAME = " .,:*'\"[]()?@$";
  private static final String NO_QUOTED_NAME = ".'";

  private final Cursor cursor;

  private PathParser(Cursor cursor) {
    this.cursor = cursor;
  }

  static List<Step> steps(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "a path has at most %d characters, not %d".formatted(MOST_CHARACTERS, text.length()));
    }
    return new PathParser(new Cursor(text)).steps();
  }

  private List<Step> steps() {
    cursor.expect('$', "$");
    List<Step> steps = new ArrayList<>();
    while (!cursor.isAtEnd()) {
      steps.add(new Step(cursor.before(), selector()));
    }
    return List.copyOf(steps);
  }

  private Selector selector() {
    if (cursor.takes('.')) {
      return cursor.takes('*') ? new Selector.Every() : new Selector.Name(plainName());
    }
    cursor.expect('[', ". or [");
    return cursor.sees('\'') ? names() : positions();
  }

  private String plainName() {
    return cursor.run(character -> NO_PLAIN_NAME.indexOf(character) < 0, "a name or *");
  }

  private Selector names() {
    List<String> names = new ArrayList<>();
    do {
      int place = cursor.place();
      String name = quotedName();
      if (names.contains(name)) {
        throw cursor.wrong(place, "each name once");
      }
      names.add(name);
    } while (cursor.takes(','));
    cursor.expect(']', "a comma or ]");
    return names.size() == 1 ? new Selector.Name(names.getFirst()) : new Selector.Names(names);
  }

  private String quotedName() {
    cursor.expect('\'', "a name in single quotes");
    String name = cursor.run(character -> NO_QUOTED_NAME.indexOf(character) < 0, "a name");
    cursor.expect('\'', "the closing quote (a name in quotes has no dots)");
    return name;
  }

  private Selector positions() {
    if (cursor.takes('*')) {
      cursor.expect(']', "]");
      return new Selector.Every();
    }
    if (cursor.takes(':')) {
      return slice(null);
    }
    int first = index("an index, a range, a name in single quotes or *");
    return cursor.takes(':') ? slice(first) : indices(first);
  }

  private Selector slice(@Nullable Integer first) {
    int place = cursor.place();
    Integer last = cursor.sees(']') ? null : (Integer) index("an index or ]");
    if (first != null && last != null && isEmpty(first, last)) {
      throw cursor.wrong(place, "an end that is not before the start");
    }
    cursor.expect(']', "] (a range stands alone)");
    return new Selector.Slice(first, last);
  }

  /** With one end counted from the other side it depends on the record. */
  private static boolean isEmpty(int first, int last) {
    return (first < 0) == (last < 0) && first > last;
  }

  private Selector indices(int first) {
    List<Integer> indices = new ArrayList<>(List.of(first));
    while (cursor.takes(',')) {
      indices.add(index("an index"));
    }
    cursor.expect(
        ']', indices.size() == 1 ? "a comma, a colon or ]" : "a comma or ] (a list has no ranges)");
    return indices.size() == 1 ? new Selector.Index(first) : new Selector.Indices(indices);
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }

  private int index(String expected) {
    int place = cursor.place();
    String sign = cursor.takes('-') ? "-" : "";
    String digits = cursor.run(PathParser::isDigit, sign.isEmpty() ? expected : "a digit");
    if (digits.length() > MOST_DIGITS) {
      throw cursor.wrong(place, "an index of at most " + MOST_DIGITS + " digits");
    }
    return Integer.parseInt(sign + digits);
  }
}
