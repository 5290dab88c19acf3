// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.score;

import io.odometer.core.text.ByteText;
import org.jspecify.annotations.Nullable;

/** Scored rows of one block on their way into the output. For one thread. */
interface RowOutput {
  /**
   * @param cells of a CSV's row, null for an empty one without quotes
   * @param values the combined prediction, then each member's; NaN is left empty
   */
  void add(RawRecord record, @Nullable String[] cells, double[] values);

  /** Everything that was added. */
  ByteText text();
}
