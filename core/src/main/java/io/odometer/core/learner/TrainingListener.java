// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.learner;

/** Hears how training goes; called from the training thread and must return at once. */
@FunctionalInterface
public interface TrainingListener {
  /** After round {@code round} of at most {@code rounds}, the metric on the validation rows. */
  void progress(int round, int rounds, String metric, double value);
}
