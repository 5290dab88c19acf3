// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.score;

import io.odometer.core.registry.ModelId;
import io.odometer.scorer.parquet.Columns;
import io.odometer.scorer.plan.ModelVersions;
import io.odometer.scorer.plan.ScoringPlan;
import java.util.List;

/** The columns of an output that goes back to Parquet. */
public final class OutputColumns {
  private OutputColumns() {}

  public static Columns of(ScoringPlan plan, Columns input) {
    return cells(plan).columns(input);
  }

  static OutputCells cells(ScoringPlan plan) {
    List<ModelId> members = plan.order().endpoint().members();
    return new OutputCells(
        plan.order().settings(),
        plan.source().width(),
        members.stream().map(member -> member.algorithm().value()).toList(),
        ModelVersions.text(members));
  }
}
