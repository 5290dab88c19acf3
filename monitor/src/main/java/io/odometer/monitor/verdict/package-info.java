// SPDX-License-Identifier: Apache-2.0
/** The task that decides what people are told, publishes a run's results and makes it count. */
@NullMarked
package io.odometer.monitor.verdict;

import org.jspecify.annotations.NullMarked;
