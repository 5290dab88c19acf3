// SPDX-License-Identifier: Apache-2.0
/** Tables of captured rows, of their predictions and of labels. */
@NullMarked
package io.odometer.monitor.payload;

import org.jspecify.annotations.NullMarked;
