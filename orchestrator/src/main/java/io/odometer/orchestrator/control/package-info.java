// SPDX-License-Identifier: Apache-2.0
/** What can be asked and ordered, whatever the protocol. */
@NullMarked
package io.odometer.orchestrator.control;

import org.jspecify.annotations.NullMarked;
