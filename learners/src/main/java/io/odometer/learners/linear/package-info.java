// SPDX-License-Identifier: Apache-2.0
/** Penalised linear regression by Smile behind core's learner port. */
@NullMarked
package io.odometer.learners.linear;

import org.jspecify.annotations.NullMarked;
