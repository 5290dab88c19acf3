// SPDX-License-Identifier: Apache-2.0
/** JSONPath as the Amazon States Language uses it. */
@NullMarked
package io.odometer.orchestrator.workflow.path;

import org.jspecify.annotations.NullMarked;
