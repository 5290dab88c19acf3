// SPDX-License-Identifier: Apache-2.0
package io.odometer.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a formula by recursive descent. */
final class FormulaParser {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(\\d+(?:\\.\\d+)?|[A-Za-z_]\\w*|[-+*/(),\\[\\]])");

  private final String text;
  private final List<String> tokens = new ArrayList<>();
  private int next;

  FormulaParser(String text) {
    this.text = text;
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (matcher.lookingAt()) {
      tokens.add(matcher.group(1));
      end = matcher.end();
      matcher.region(end, text.length());
    }
    if (!text.substring(end).isBlank()) {
      throw wrong("cannot read '" + text.substring(end).strip() + "'");
    }
  }

  Formula parse() {
    Formula whole = sum();
    if (next < tokens.size()) {
      throw wrong("did not expect '" + tokens.get(next) + "'");
    }
    return whole;
  }

  private Formula sum() {
    Formula left = product();
    while (sees("+") || sees("-")) {
      left = new Formula.Operation(take().charAt(0), left, product());
    }
    return left;
  }

  private Formula product() {
    Formula left = signed();
    while (sees("*") || sees("/")) {
      left = new Formula.Operation(take().charAt(0), left, signed());
    }
    return left;
  }

  private Formula signed() {
    if (!sees("-")) {
      return single();
    }
    take();
    return new Formula.Operation('-', new Formula.Constant(0), signed());
  }

  private Formula single() {
    String token = take();
    if (token.equals("(")) {
      Formula inner = sum();
      expect(")");
      return inner;
    }
    if (Character.isDigit(token.charAt(0))) {
      return new Formula.Constant(Double.parseDouble(token));
    }
    if (sees("(")) {
      return call(token);
    }
    return sees("[") ? lookUp(token) : new Formula.ColumnValue(token);
  }

  private Formula call(String name) {
    List<Formula> arguments = new ArrayList<>();
    do {
      take();
      arguments.add(sum());
    } while (sees(","));
    expect(")");
    try {
      return new Formula.Call(
          Formula.Function.valueOf(name.toUpperCase(Locale.ROOT)), List.copyOf(arguments));
    } catch (IllegalArgumentException e) {
      throw wrong("no such function, or not with these arguments: " + name);
    }
  }

  private Formula lookUp(String table) {
    take();
    String column = take();
    expect("]");
    return new Formula.LookUp(table, column);
  }

  private boolean sees(String token) {
    return next < tokens.size() && tokens.get(next).equals(token);
  }

  private String take() {
    if (next == tokens.size()) {
      throw wrong("ends too early");
    }
    return tokens.get(next++);
  }

  private void expect(String token) {
    if (!take().equals(token)) {
      throw wrong("needs a '" + token + "'");
    }
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("formula '%s': %s".formatted(text, what));
  }
}
