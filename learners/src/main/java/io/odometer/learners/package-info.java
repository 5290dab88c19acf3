// SPDX-License-Identifier: Apache-2.0
/** Finds the learning algorithms. */
@NullMarked
package io.odometer.learners;

import org.jspecify.annotations.NullMarked;
