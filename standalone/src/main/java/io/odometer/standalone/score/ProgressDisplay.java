// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.score;

import java.io.PrintStream;

/** Shows a person how far it is. For one thread. */
sealed interface ProgressDisplay permits ProgressBar, ProgressLines {
  static ProgressDisplay on(PrintStream out, boolean terminal) {
    return terminal ? new ProgressBar(out) : new ProgressLines(out);
  }

  void show(ScoringProgress progress);

  /** What is printed next begins on a line of its own. */
  void end();
}
