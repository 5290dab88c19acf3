// SPDX-License-Identifier: Apache-2.0
/** Executions of workflows, as others see them. */
@NullMarked
package io.odometer.core.execution;

import org.jspecify.annotations.NullMarked;
