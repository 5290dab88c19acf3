// SPDX-License-Identifier: Apache-2.0
/** Scores one file on a running system, from here. */
@NullMarked
package io.odometer.standalone.score;

import org.jspecify.annotations.NullMarked;
