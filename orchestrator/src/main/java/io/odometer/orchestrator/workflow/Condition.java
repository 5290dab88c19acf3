// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import io.odometer.orchestrator.workflow.expression.EvaluationFailure;
import io.odometer.orchestrator.workflow.expression.Expression;
import io.odometer.orchestrator.workflow.expression.Lookup;
import io.odometer.orchestrator.workflow.expression.Scope;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a rule of a Choice asks. */
sealed interface Condition {
  boolean holds(Scope scope);

  record And(List<Condition> parts) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return parts.stream().allMatch(part -> part.holds(scope));
    }
  }

  record Or(List<Condition> parts) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return parts.stream().anyMatch(part -> part.holds(scope));
    }
  }

  record Not(Condition part) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return !part.holds(scope);
    }
  }

  /** Whether the variable is there at all. */
  record Present(Lookup variable, boolean wanted) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return variable.find(scope).filter(this::hasMatch).isPresent() == wanted;
    }

    private boolean hasMatch(JsonNode found) {
      return variable.path().isDefinite() || !found.isEmpty();
    }
  }

  /** Whether the variable is of a type. */
  record Type(Lookup variable, TypeTest test, boolean wanted) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return test.test(value(variable, scope)) == wanted;
    }
  }

  /** How the variable compares to a constant or to another value. */
  record Compare(Lookup variable, Operator operator, Expression other) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      JsonNode right =
          other instanceof Lookup lookup ? value(lookup, scope) : other.evaluate(scope);
      return operator.test(value(variable, scope), right);
    }
  }

  private static JsonNode value(Lookup path, Scope scope) {
    return path.find(scope)
        .orElseThrow(
            () ->
                new EvaluationFailure(
                    EvaluationFailure.RUNTIME,
                    "Invalid path '%s': The choice state's condition path references an invalid value."
                        .formatted(path.text())));
  }
}
