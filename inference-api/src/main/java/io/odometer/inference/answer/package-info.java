// SPDX-License-Identifier: Apache-2.0
/** Predictions in every form that is asked for. */
@NullMarked
package io.odometer.inference.answer;

import org.jspecify.annotations.NullMarked;
