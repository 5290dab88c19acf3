// SPDX-License-Identifier: Apache-2.0
/** Model evaluation in pure Java. */
@NullMarked
package io.odometer.core.model;

import org.jspecify.annotations.NullMarked;
