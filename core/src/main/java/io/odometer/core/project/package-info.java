// SPDX-License-Identifier: Apache-2.0
/** A project: its target column, algorithms and rules. */
@NullMarked
package io.odometer.core.project;

import org.jspecify.annotations.NullMarked;
