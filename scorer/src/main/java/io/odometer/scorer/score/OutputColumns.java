// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.score;

import io.odometer.core.registry.ModelId;
import io.odometer.scorer.parquet.Columns;
import io.odometer.scorer.plan.ModelVersions;
import io.odometer.scorer.plan.ScoringPlan;
import java.util.List;
import java.util.function.IntPredicate;

/** The columns of an output that goes back to Parquet. */
public final class OutputColumns {
  private OutputColumns() {}

  public static Columns of(ScoringPlan plan, Columns input) {
    return cells(plan).columns(input);
  }

  /** A number or an interval of Parquet is no text, whatever it begins with. */
  private static IntPredicate neutralized(ScoringPlan plan) {
    Columns input = plan.parquet();
    boolean wanted = plan.order().settings().neutralizeFormulas();
    return input == null
        ? column -> wanted
        : column ->
            wanted
                && column < input.columns().size()
                && input.columns().get(column).type().equals(Columns.TEXT);
  }

  static OutputCells cells(ScoringPlan plan) {
    List<ModelId> members = plan.order().endpoint().members();
    return new OutputCells(
        plan.order().settings(),
        plan.source().width(),
        neutralized(plan),
        members.stream().map(member -> member.algorithm().value()).toList(),
        ModelVersions.text(members));
  }
}
