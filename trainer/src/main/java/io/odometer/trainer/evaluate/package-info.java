// SPDX-License-Identifier: Apache-2.0
/** Judges a model on the test rows. */
@NullMarked
package io.odometer.trainer.evaluate;

import org.jspecify.annotations.NullMarked;
