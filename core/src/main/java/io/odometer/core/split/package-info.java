// SPDX-License-Identifier: Apache-2.0
/** Which part of the data a row belongs to. */
@NullMarked
package io.odometer.core.split;

import org.jspecify.annotations.NullMarked;
