// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import java.time.Instant;
import java.util.List;

/**
 * Somebody asks for a training now.
 *
 * @param listing every trainable object under the project's prefix
 * @param listedAt when the listing began
 */
public record TrainingRequested(String requestId, List<ObjectSeen> listing, Instant listedAt)
    implements ProjectEvent {
  public TrainingRequested {
    listing = List.copyOf(listing);
  }
}
