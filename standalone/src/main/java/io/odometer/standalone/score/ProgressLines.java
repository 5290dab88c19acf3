// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.score;

import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A line for each step, and for each tenth of the rows: for logs and pipes. */
final class ProgressLines implements ProgressDisplay {
  private static final int TENTH = 10;

  private final PrintStream out;
  private ScoringProgress.@Nullable Step step;
  private int told;

  ProgressLines(PrintStream out) {
    this.out = out;
  }

  @Override
  public void show(ScoringProgress progress) {
    if (progress.step() != step && progress.step() != ScoringProgress.Step.ENDED) {
      out.println("  " + progress.step());
    }
    step = progress.step();
    if (step == ScoringProgress.Step.SCORING && progress.percent() >= told + TENTH) {
      told = progress.percent() - progress.percent() % TENTH;
      out.printf(
          Locale.ROOT,
          "  %d %%, %,d rows, %,d rows/s%n",
          progress.percent(),
          progress.rows(),
          progress.rowsPerSecond());
    }
  }

  @Override
  public void end() {
    // Every line was ended.
  }
}
