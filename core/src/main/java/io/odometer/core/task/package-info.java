// SPDX-License-Identifier: Apache-2.0
/** Commands to workers and their reports. */
@NullMarked
package io.odometer.core.task;

import org.jspecify.annotations.NullMarked;
