// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.project;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A project's settings as somebody wrote them: {@code {"target": "price"}} is enough, everything
 * else has a default. Read either into a whole project or into the list of all mistakes.
 *
 * <p>Hyperparameters and the names of algorithms are not checked here: the learners know them.
 */
public sealed interface ProjectSettings {
  /** The project with every default filled in. */
  record Valid(Project project) implements ProjectSettings {}

  /** Every mistake, in the order of the settings. */
  record Invalid(List<Mistake> mistakes) implements ProjectSettings {
    public Invalid {
      mistakes = List.copyOf(mistakes);
    }

    /** All of them in one line. */
    public String message() {
      return mistakes.stream().map(Mistake::toString).collect(Collectors.joining("; "));
    }
  }

  /**
   * Reads the settings of the project of that name. What GET shows is accepted as it is: {@code
   * name} must then be the same, and {@code version} is the one that these settings are to replace
   * (0 or absent: whatever there is).
   */
  static ProjectSettings parse(ProjectName name, JsonNode settings) {
    return new ProjectReader(name).read(settings);
  }

  /**
   * @throws OdometerException {@code Project.Invalid} with all mistakes
   */
  default Project orThrow() {
    return switch (this) {
      case Valid valid -> valid.project();
      case Invalid invalid ->
          throw new OdometerException(Errors.PROJECT_INVALID, invalid.message());
    };
  }
}
