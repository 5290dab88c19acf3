// SPDX-License-Identifier: Apache-2.0
/**
 * What a state may write where a value is wanted: paths, intrinsic functions, templates of them.
 */
@NullMarked
package io.odometer.orchestrator.workflow.expression;

import org.jspecify.annotations.NullMarked;
