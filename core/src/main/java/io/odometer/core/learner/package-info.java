// SPDX-License-Identifier: Apache-2.0
/** The port that learning libraries stand behind. */
@NullMarked
package io.odometer.core.learner;

import org.jspecify.annotations.NullMarked;
