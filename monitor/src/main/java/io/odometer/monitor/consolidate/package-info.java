// SPDX-License-Identifier: Apache-2.0
/** The task that gathers what was captured since the last run. */
@NullMarked
package io.odometer.monitor.consolidate;

import org.jspecify.annotations.NullMarked;
