// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.scoring;

import io.odometer.core.store.ObjectKey;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Input of {@code urn:odometer:scorer:publish}: what {@code score} left of each range, in order.
 *
 * @param ranges as the scorer wrote them; nobody else reads them
 */
public record PublishInput(ObjectKey plan, List<JsonNode> ranges) {
  public PublishInput {
    ranges = List.copyOf(ranges);
  }
}
