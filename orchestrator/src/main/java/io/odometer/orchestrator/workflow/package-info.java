// SPDX-License-Identifier: Apache-2.0
/** The Amazon States Language as a pure function: no I/O, no clock, no threads. */
@NullMarked
package io.odometer.orchestrator.workflow;

import org.jspecify.annotations.NullMarked;
