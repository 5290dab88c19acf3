// SPDX-License-Identifier: Apache-2.0
/** Rows of one range through the models and out again. */
@NullMarked
package io.odometer.scorer.score;

import org.jspecify.annotations.NullMarked;
