// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.score;

import io.odometer.core.scoring.ScoringCounts;
import io.odometer.core.text.ByteText;

/** What became of a block: three texts, and counts. */
record ScoredBlock(
    ByteText output, ByteText rejects, ByteText capture, ScoringCounts counts, Reasons reasons) {}
