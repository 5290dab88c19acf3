// SPDX-License-Identifier: Apache-2.0
/** What a project's monitor has taken so far, and what it found in its last windows. */
@NullMarked
package io.odometer.monitor.ledger;

import org.jspecify.annotations.NullMarked;
