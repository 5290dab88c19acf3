// SPDX-License-Identifier: Apache-2.0
/** What starts executions: object events and the reconciler that finds what they missed. */
@NullMarked
package io.odometer.orchestrator.trigger;

import org.jspecify.annotations.NullMarked;
