// SPDX-License-Identifier: Apache-2.0
/** Named failures: what a workflow's Retry and Catch match, and what a user is told. */
@NullMarked
package io.odometer.core.error;

import org.jspecify.annotations.NullMarked;
