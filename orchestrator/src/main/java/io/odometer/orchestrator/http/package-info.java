// SPDX-License-Identifier: Apache-2.0
/** The control API over HTTP. */
@NullMarked
package io.odometer.orchestrator.http;

import org.jspecify.annotations.NullMarked;
