// SPDX-License-Identifier: Apache-2.0
/** Fits a feature pipeline and a model. */
@NullMarked
package io.odometer.trainer.train;

import org.jspecify.annotations.NullMarked;
