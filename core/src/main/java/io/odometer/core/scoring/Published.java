// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.scoring;

import io.odometer.core.store.ObjectKey;

/** Output of {@code publish}. */
public record Published(
    ObjectKey input, ObjectKey output, ObjectKey manifest, ScoringCounts counts) {}
