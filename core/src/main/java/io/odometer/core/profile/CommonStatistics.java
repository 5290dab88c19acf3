// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.profile;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** How many cells had a value, and how many had none. */
@JsonNaming(SnakeCaseStrategy.class)
public record CommonStatistics(long numPresent, long numMissing) {}
