// SPDX-License-Identifier: Apache-2.0
/** The serving endpoint. */
@NullMarked
package io.odometer.inference;

import org.jspecify.annotations.NullMarked;
