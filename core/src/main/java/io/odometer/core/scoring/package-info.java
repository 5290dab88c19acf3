// SPDX-License-Identifier: Apache-2.0
/** Batch scoring: where its files lie, and what its tasks tell each other. */
@NullMarked
package io.odometer.core.scoring;

import org.jspecify.annotations.NullMarked;
