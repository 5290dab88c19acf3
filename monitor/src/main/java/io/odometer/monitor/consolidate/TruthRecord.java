// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.consolidate;

import org.jspecify.annotations.Nullable;

/** A line of ground truth in SageMaker's shape. */
record TruthRecord(@Nullable TruthData groundTruthData, @Nullable Event eventMetadata) {
  record TruthData(@Nullable String data) {}

  record Event(@Nullable String eventId) {}
}
