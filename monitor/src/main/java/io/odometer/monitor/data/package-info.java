// SPDX-License-Identifier: Apache-2.0
/** The task that holds a window's rows and predictions against their baselines. */
@NullMarked
package io.odometer.monitor.data;

import org.jspecify.annotations.NullMarked;
