// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.training;

import io.odometer.core.project.ProjectName;
import java.util.List;

/**
 * Input of {@code urn:odometer:orchestrator:deploy}: enters the versions in the registry and makes
 * the accepted ones champions, all in one step, if the endpoint still has the expected version (0:
 * there is none yet); else {@code Registry.Conflict}.
 */
public record DeployInput(
    ProjectName project, long expectedEndpointVersion, List<RegisteredModel> models) {
  public DeployInput {
    models = List.copyOf(models);
  }
}
