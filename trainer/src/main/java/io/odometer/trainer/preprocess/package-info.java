// SPDX-License-Identifier: Apache-2.0
/** From objects of text to typed, split rows. */
@NullMarked
package io.odometer.trainer.preprocess;

import org.jspecify.annotations.NullMarked;
