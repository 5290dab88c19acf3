// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.scoring;

import io.odometer.core.store.ObjectKey;

/** Input of {@code urn:odometer:scorer:score}: one range of a prepared file. */
public record ScoreInput(ObjectKey plan, ScoringRange range) {}
