// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.filter;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The part of a record that is used, in the JSONPath dialect of SageMaker's batch data processing:
 * {@code $}, {@code .name}, {@code *}, {@code ['a','b']}, {@code [1]}, {@code [1,3,5]}, {@code
 * [-1]} and {@code [start:end]}, where either side may be left out.
 *
 * <p>The end of a range is <em>included</em>, as SageMaker's developer guide says and ordinary
 * JSONPath does not: {@code $[1:4]} are the second to the fifth value. Negative ends count from the
 * end. An index outside is an error, at the ends of a range too.
 *
 * <p>Immutable. Two paths are equal if their texts are.
 */
public final class RecordPath {
  /** The whole record. */
  public static final RecordPath WHOLE = new RecordPath("$", List.of());

  private final String text;
  private final List<Step> steps;

  private RecordPath(String text, List<Step> steps) {
    this.text = text;
    this.steps = steps;
  }

  /**
   * @throws IllegalArgumentException naming the character that is wrong, counted from 1, and what
   *     was expected in its place
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static RecordPath parse(String text) {
    return new RecordPath(text, PathParser.steps(text));
  }

  /** Whether it leaves a record as it is. */
  public boolean isWhole() {
    return steps.isEmpty();
  }

  /**
   * What it selects of a CSV row, which is an array: indices in the path's order.
   *
   * @throws IllegalArgumentException if it goes by names or deeper than one level, or an index lies
   *     outside of a row of this width
   */
  public int[] columns(int width) {
    return switch (steps.size()) {
      case 0 -> IntStream.range(0, width).toArray();
      case 1 -> columns(steps.getFirst().selector(), width);
      default -> throw refusal("goes deeper than one level, and a CSV row has only one");
    };
  }

  private int[] columns(Selector selector, int width) {
    if (!(selector instanceof Selector.Positions positions)) {
      throw refusal("goes by names; a CSV row is selected by indices, such as $[1:]");
    }
    try {
      return positions.in(width);
    } catch (IllegalArgumentException outside) {
      throw refusal(String.valueOf(outside.getMessage()));
    }
  }

  /**
   * What it selects of a JSON record: one name or one index gives that value, a list of names an
   * object with just these members, a list or range of indices an array, {@code *} an array of all
   * there are. What follows one of the latter applies to each selected value. The result shares its
   * nodes with the record.
   *
   * @throws IllegalArgumentException naming what is missing
   */
  public JsonNode apply(JsonNode record) {
    return apply(record, 0);
  }

  private JsonNode apply(JsonNode value, int step) {
    return step == steps.size()
        ? value
        : steps.get(step).apply(value, selected -> apply(selected, step + 1));
  }

  private IllegalArgumentException refusal(String reason) {
    return new IllegalArgumentException(text + ": " + reason);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecordPath path && path.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  @JsonValue
  public String toString() {
    return text;
  }
}
