// SPDX-License-Identifier: Apache-2.0
/** Requests and their answers, kept for the monitor without making anybody wait. */
@NullMarked
package io.odometer.inference.capture;

import org.jspecify.annotations.NullMarked;
