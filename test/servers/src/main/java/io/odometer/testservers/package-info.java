// SPDX-License-Identifier: Apache-2.0
/** Servers of others that tests and benchmarks start as processes of their own. */
@NullMarked
package io.odometer.testservers;

import org.jspecify.annotations.NullMarked;
