// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import java.util.List;

/** SageMaker's {@code constraint_violations.json}; it is not written when there are none. */
public record Violations(List<Violation> violations) {
  public Violations {
    violations = List.copyOf(violations);
  }
}
