// SPDX-License-Identifier: Apache-2.0
/** The task that removes what was kept long enough. */
@NullMarked
package io.odometer.monitor.retention;

import org.jspecify.annotations.NullMarked;
