// SPDX-License-Identifier: Apache-2.0
/** The service that runs workflows and answers the control API. */
@NullMarked
package io.odometer.orchestrator;

import org.jspecify.annotations.NullMarked;
