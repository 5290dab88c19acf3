// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow.path;

import io.odometer.core.json.Json;
import io.odometer.orchestrator.workflow.path.Segment.All;
import io.odometer.orchestrator.workflow.path.Segment.Descent;
import io.odometer.orchestrator.workflow.path.Segment.Filter;
import io.odometer.orchestrator.workflow.path.Segment.Index;
import io.odometer.orchestrator.workflow.path.Segment.Name;
import io.odometer.orchestrator.workflow.path.Segment.Slice;
import io.odometer.orchestrator.workflow.path.Segment.Union;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the text of a path from left to right. */
final class PathParser {
  private static final Pattern NAME = Pattern.compile("[^.\\[\\]()'\",*?@\\s]+");
  private static final Pattern QUOTED = Pattern.compile("'((?:[^'\\\\]|\\\\.)*)'|\"([^\"]*)\"");
  private static final Pattern INDEX = Pattern.compile("-?\\d{1,9}");
  private static final Pattern SLICE = Pattern.compile("(-?\\d{1,9})?\\s*:\\s*(-?\\d{1,9})?");
  private static final Pattern FILTER =
      Pattern.compile(
          "\\?\\s*\\(\\s*(@[^\\s=!<>&|()]*)\\s*(?:(==|!=|<=|>=|<|>)\\s*([^&|]+?))?\\s*\\)");

  private final String text;
  private final Matcher matcher;
  private final char root;
  private final List<Segment> segments = new ArrayList<>();
  private int at = 1;

  PathParser(String text, char root) {
    this.text = text;
    this.root = root;
    this.matcher = NAME.matcher(text);
  }

  List<Segment> parse() {
    if (text.isEmpty() || text.charAt(0) != root) {
      throw mistake("a path begins with " + root);
    }
    while (at < text.length()) {
      segment();
    }
    return segments;
  }

  private void segment() {
    if (skip("..")) {
      segments.add(new Descent());
      if (!peek('[')) {
        dotted();
      }
    } else if (skip(".")) {
      dotted();
    } else if (skip("[")) {
      bracketed();
    } else {
      throw mistake("unexpected '" + text.charAt(at) + "' at position " + at);
    }
  }

  private void dotted() {
    if (skip("*")) {
      segments.add(new All());
    } else if (find(NAME)) {
      segments.add(new Name(matcher.group()));
    } else {
      throw mistake("a name is missing or not supported at position " + at);
    }
  }

  private void bracketed() {
    if (find(FILTER)) {
      segments.add(filter(matcher.group(1), matcher.group(2), matcher.group(3)));
    } else {
      List<Segment> parts = new ArrayList<>();
      do {
        spaces();
        parts.add(part());
        spaces();
      } while (skip(","));
      segments.add(parts.size() == 1 ? parts.getFirst() : new Union(parts));
    }
    if (!skip("]")) {
      throw mistake("']' is missing at position " + at);
    }
  }

  private Segment part() {
    if (skip("*")) {
      return new All();
    }
    if (find(QUOTED)) {
      String single = matcher.group(1);
      return new Name(single != null ? single.replace("\\'", "'") : matcher.group(2));
    }
    if (find(SLICE)) {
      return new Slice(number(matcher.group(1)), number(matcher.group(2)));
    }
    if (find(INDEX)) {
      return new Index(Integer.parseInt(matcher.group()));
    }
    throw mistake("not a supported selector at position " + at);
  }

  private Filter filter(String path, @Nullable String operator, @Nullable String literal) {
    JsonPath left = new JsonPath(path, new PathParser(path, '@').parse());
    if (operator == null || literal == null) {
      return new Filter(node -> !left.select(node).isEmpty());
    }
    JsonNode right = literal(literal);
    return new Filter(
        node ->
            left.select(node).stream().anyMatch(value -> Comparison.test(value, operator, right)));
  }

  private JsonNode literal(String literal) {
    try {
      return Json.tree(
          literal.startsWith("'")
              ? Json.text(literal.substring(1, literal.length() - 1))
              : literal);
    } catch (JacksonException e) {
      throw mistake("not a literal: " + literal);
    }
  }

  private static @Nullable Integer number(@Nullable String digits) {
    return digits == null ? null : Integer.valueOf(digits);
  }

  private boolean find(Pattern pattern) {
    matcher.usePattern(pattern).region(at, text.length());
    if (!matcher.lookingAt()) {
      return false;
    }
    at = matcher.end();
    return true;
  }

  private boolean skip(String token) {
    if (!text.startsWith(token, at)) {
      return false;
    }
    at += token.length();
    return true;
  }

  private boolean peek(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private void spaces() {
    while (peek(' ')) {
      at++;
    }
  }

  private IllegalArgumentException mistake(String what) {
    return new IllegalArgumentException("not a path: '" + text + "': " + what);
  }
}
