// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.training;

import io.odometer.core.project.Project;
import java.util.List;

/**
 * Input of {@code urn:odometer:trainer:preprocess}: every object under the project's prefix, in key
 * order.
 */
public record PreprocessInput(Project project, List<ObjectVersion> objects) {
  public PreprocessInput {
    objects = List.copyOf(objects);
  }
}
