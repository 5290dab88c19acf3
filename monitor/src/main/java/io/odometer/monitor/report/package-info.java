// SPDX-License-Identifier: Apache-2.0
/** The page that a person reads after a run. */
@NullMarked
package io.odometer.monitor.report;

import org.jspecify.annotations.NullMarked;
