// SPDX-License-Identifier: Apache-2.0
package io.odometer.learners.parameter;

import io.odometer.core.json.Json;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Which values a hyperparameter takes. Numbers may come as text, as SageMaker sends them. */
public sealed interface Kind {
  /** The value in its canonical form, or nothing when it does not fit. */
  Optional<JsonNode> read(JsonNode value);

  /** Completes "must be …". */
  String description();

  static Kind integer(long least, long most) {
    return new IntegerKind(least, most);
  }

  /** A closed interval. */
  static Kind number(double least, double most) {
    return new NumberKind(least, most, false, false);
  }

  static Kind atLeast(double least) {
    return new NumberKind(least, Double.POSITIVE_INFINITY, false, true);
  }

  static Kind above(double bound) {
    return new NumberKind(bound, Double.POSITIVE_INFINITY, true, true);
  }

  /** Above the first, up to and including the second. */
  static Kind above(double bound, double most) {
    return new NumberKind(bound, most, true, false);
  }

  static Kind oneOf(String... values) {
    return new ChoiceKind(List.of(values));
  }

  /** Any of some words, separated by commas. */
  static Kind someOf(String... values) {
    return new ListKind(List.of(values));
  }

  /** Anything; whoever uses it checks it. */
  static Kind any(String description) {
    return new AnyKind(description);
  }

  record IntegerKind(long least, long most) implements Kind {
    @Override
    public Optional<JsonNode> read(JsonNode value) {
      return Numbers.parse(value)
          .filter(number -> number == Math.rint(number) && number >= least && number <= most)
          .map(number -> Json.toTree((long) (double) number));
    }

    @Override
    public String description() {
      boolean open = most >= Integer.MAX_VALUE;
      return open
          ? "a whole number of at least " + least
          : "a whole number from %d to %d".formatted(least, most);
    }
  }

  record NumberKind(double least, double most, boolean leastOpen, boolean mostOpen)
      implements Kind {
    @Override
    public Optional<JsonNode> read(JsonNode value) {
      return Numbers.parse(value).filter(this::fits).map(Json::toTree);
    }

    private boolean fits(double number) {
      return (leastOpen ? number > least : number >= least)
          && (mostOpen ? number < most : number <= most);
    }

    @Override
    public String description() {
      if (most == Double.POSITIVE_INFINITY) {
        return "a number %s %s".formatted(leastOpen ? "above" : "of at least", least);
      }
      return "a number in %s%s, %s%s"
          .formatted(leastOpen ? "(" : "[", least, most, mostOpen ? ")" : "]");
    }
  }

  record ChoiceKind(List<String> values) implements Kind {
    @Override
    public Optional<JsonNode> read(JsonNode value) {
      return Optional.of(value).filter(text -> text.isString() && values.contains(text.asString()));
    }

    @Override
    public String description() {
      return values.size() == 1 ? values.getFirst() : "one of " + String.join(", ", values);
    }
  }

  record ListKind(List<String> values) implements Kind {
    @Override
    public Optional<JsonNode> read(JsonNode value) {
      List<String> words = value.isString() ? words(value.asString()) : List.of();
      return words.isEmpty() || !values.containsAll(words)
          ? Optional.empty()
          : Optional.of(Json.toTree(String.join(",", words)));
    }

    private static List<String> words(String text) {
      return List.of(text.strip().split("\\s*,\\s*", -1));
    }

    @Override
    public String description() {
      return "some of " + String.join(", ", values) + ", separated by commas";
    }
  }

  record AnyKind(String description) implements Kind {
    @Override
    public Optional<JsonNode> read(JsonNode value) {
      return value.isNull() ? Optional.empty() : Optional.of(value);
    }
  }
}
