// SPDX-License-Identifier: Apache-2.0
/** How good predictions are. */
@NullMarked
package io.odometer.core.metric;

import org.jspecify.annotations.NullMarked;
