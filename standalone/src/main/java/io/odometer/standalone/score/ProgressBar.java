// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.score;

import java.io.PrintStream;
import java.util.Locale;

/** One line of a terminal, written over and over. */
final class ProgressBar implements ProgressDisplay {
  private static final int WIDTH = 30;
  private static final String CLEAR_TO_END = "\u001b[K";

  private final PrintStream out;
  private boolean open;

  ProgressBar(PrintStream out) {
    this.out = out;
  }

  @Override
  public void show(ScoringProgress progress) {
    out.print("\r" + text(progress) + CLEAR_TO_END);
    out.flush();
    open = true;
  }

  private static String text(ScoringProgress progress) {
    return switch (progress.step()) {
      case SCORING, PUBLISHING ->
          String.format(
              Locale.ROOT,
              "  [%s] %3d %%  %,d rows  %,d rows/s",
              bar(progress.percent()),
              progress.percent(),
              progress.rows(),
              progress.rowsPerSecond());
      case STARTING, WAITING, READING, ENDED -> "  " + progress.step() + " ...";
    };
  }

  private static String bar(int percent) {
    int full = WIDTH * percent / 100;
    return "#".repeat(full) + "-".repeat(WIDTH - full);
  }

  @Override
  public void end() {
    if (open) {
      out.print("\r" + CLEAR_TO_END);
      out.flush();
      open = false;
    }
  }
}
