// SPDX-License-Identifier: Apache-2.0
/** The tasks that say what a version's traffic is to be like. */
@NullMarked
package io.odometer.monitor.baseline;

import org.jspecify.annotations.NullMarked;
