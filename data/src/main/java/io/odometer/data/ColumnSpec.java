// SPDX-License-Identifier: Apache-2.0
package io.odometer.data;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One column: where its values come from (exactly one of {@code choice}, {@code choiceBy} and
 * {@code formula}) and how they are written.
 *
 * @param choice texts with their weights
 * @param choiceBy texts with their weights, by the text of another column
 * @param formula a number; see {@link Formula}
 * @param written how most cells look
 * @param variants how some look instead
 */
public record ColumnSpec(
    String name,
    @Nullable Map<String, Double> choice,
    @Nullable ChoiceBy choiceBy,
    @Nullable String formula,
    @Nullable Style written,
    @Nullable List<Variant> variants,
    @Nullable Replaced missing,
    @Nullable Replaced absurd) {
  public ColumnSpec {
    if (Stream.of(choice, choiceBy, formula).filter(Objects::nonNull).count() != 1) {
      throw new IllegalArgumentException(
          "column '" + name + "' needs one of choice, choiceBy and formula");
    }
  }

  /** Weights that depend on what another column says. */
  public record ChoiceBy(String column, Map<String, Map<String, Double>> weights) {}

  /** A share of the cells is written in another way. */
  public record Variant(double rate, Style style) {}

  /** A share of the cells holds one of these texts instead. */
  public record Replaced(double rate, List<String> texts) {}
}
