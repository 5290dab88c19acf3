// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.registry;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.project.EndpointRule;
import io.odometer.core.project.ProjectName;
import java.time.Instant;
import java.util.List;

/**
 * What an endpoint serves. The members are in order of their algorithms' names, one champion an
 * algorithm.
 *
 * @param version rises by one with every change; compare-and-swap names the one it expects
 * @param execution the one that changed it last
 */
public record Endpoint(
    ProjectName name,
    long version,
    EndpointRule rule,
    List<ModelId> members,
    ExecutionId execution,
    Instant updatedAt) {
  public Endpoint {
    members = List.copyOf(members);
  }
}
