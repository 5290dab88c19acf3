// SPDX-License-Identifier: Apache-2.0
/** Tells people of events, by mail and webhook: at least once, and without holding anything up. */
@NullMarked
package io.odometer.orchestrator.notification;

import org.jspecify.annotations.NullMarked;
