// SPDX-License-Identifier: Apache-2.0
/** Benchmarks, each with a baseline of the same run. */
@NullMarked
package io.odometer.benchmarks;

import org.jspecify.annotations.NullMarked;
