// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import io.odometer.core.execution.StateRecord;

/**
 * A state that was entered and left.
 *
 * @param entered id of the history event that entered it
 */
record Visit(long entered, StateRecord record) {}
