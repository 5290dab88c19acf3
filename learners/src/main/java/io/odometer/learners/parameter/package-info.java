// SPDX-License-Identifier: Apache-2.0
/** Hyperparameters: names, ranges, defaults. */
@NullMarked
package io.odometer.learners.parameter;

import org.jspecify.annotations.NullMarked;
