// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.scoring;

import io.odometer.core.store.ObjectKey;
import java.util.List;

/**
 * Input of {@code urn:odometer:scorer:publish}: where {@code score} described what came of each
 * range, in order. A workflow's data is bounded, so it has the keys alone.
 */
public record PublishInput(ObjectKey plan, List<ObjectKey> ranges) {
  public PublishInput {
    ranges = List.copyOf(ranges);
  }
}
