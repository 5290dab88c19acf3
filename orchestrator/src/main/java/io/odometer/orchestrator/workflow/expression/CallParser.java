// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow.expression;

import io.odometer.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.StringNode;

/** Reads {@code States.Format('{} km', $.distance)}. */
final class CallParser {
  private static final Pattern NAME = Pattern.compile("States\\.[A-Za-z0-9]+");
  private static final Pattern TEXT = Pattern.compile("'((?:[^'\\\\]|\\\\.)*)'", Pattern.DOTALL);
  private static final Pattern PATH =
      Pattern.compile(
          "\\$(?:[^,()\\[\\]\\s']|\\[(?:'(?:[^'\\\\]|\\\\.)*'|\"[^\"]*\"|[^\\]'\"])*\\])*");
  private static final Pattern CONSTANT =
      Pattern.compile("-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|true|false|null");

  private final String text;
  private final String field;
  private final Matcher matcher;
  private int at;

  private CallParser(String text, String field) {
    this.text = text;
    this.field = field;
    this.matcher = NAME.matcher(text);
  }

  static Expression parse(String text, String field) {
    CallParser parser = new CallParser(text, field);
    Expression call = parser.call();
    if (parser.at < text.length()) {
      throw parser.mistake("unexpected text at position " + parser.at);
    }
    return call;
  }

  private Expression call() {
    if (!find(NAME)) {
      throw mistake("neither a path nor an intrinsic function");
    }
    String name = matcher.group();
    Intrinsic function =
        Intrinsic.named(name).orElseThrow(() -> mistake(name + " is not supported"));
    try {
      return new Call(function, arguments());
    } catch (IllegalArgumentException e) {
      throw mistake(String.valueOf(e.getMessage()));
    }
  }

  private List<Expression> arguments() {
    expect('(');
    List<Expression> arguments = new ArrayList<>();
    if (!skip(')')) {
      do {
        arguments.add(argument());
      } while (skip(','));
      expect(')');
    }
    return arguments;
  }

  private Expression argument() {
    spaces();
    if (find(TEXT)) {
      return new Literal(StringNode.valueOf(matcher.group(1).replace("\\'", "'")));
    }
    if (find(PATH)) {
      return Lookup.parse(matcher.group(), field);
    }
    if (find(CONSTANT)) {
      return new Literal(Json.tree(matcher.group()));
    }
    return call();
  }

  private boolean find(Pattern pattern) {
    matcher.usePattern(pattern).region(at, text.length());
    if (!matcher.lookingAt()) {
      return false;
    }
    at = matcher.end();
    return true;
  }

  private void expect(char c) {
    if (!skip(c)) {
      throw mistake("'" + c + "' is missing at position " + at);
    }
  }

  private boolean skip(char c) {
    spaces();
    if (at >= text.length() || text.charAt(at) != c) {
      return false;
    }
    at++;
    spaces();
    return true;
  }

  private void spaces() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private IllegalArgumentException mistake(String what) {
    return new IllegalArgumentException("'" + text + "': " + what);
  }
}
