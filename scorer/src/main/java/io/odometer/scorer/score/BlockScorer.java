// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.score;

import io.odometer.scorer.record.Block;

/** Scores blocks, one after the other. For one thread at a time. */
interface BlockScorer {
  ScoredBlock score(Block block);
}
