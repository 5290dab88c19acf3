// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import io.odometer.orchestrator.workflow.Condition.And;
import io.odometer.orchestrator.workflow.Condition.Compare;
import io.odometer.orchestrator.workflow.Condition.Not;
import io.odometer.orchestrator.workflow.Condition.Or;
import io.odometer.orchestrator.workflow.Condition.Present;
import io.odometer.orchestrator.workflow.expression.Expression;
import io.odometer.orchestrator.workflow.expression.Literal;
import io.odometer.orchestrator.workflow.expression.Lookup;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads the rules of Choice states. */
final class ConditionParser {
  private ConditionParser() {}

  /** A rule at the top level bears a Next besides the condition. */
  static State.Rule rule(Fields fields) {
    String next = fields.text("Next");
    return new State.Rule(condition(fields), next);
  }

  private static Condition condition(Fields fields) {
    Condition condition =
        fields.has("And")
            ? new And(parts(fields, "And"))
            : fields.has("Or")
                ? new Or(parts(fields, "Or"))
                : fields.has("Not")
                    ? new Not(condition(new Fields(fields.place() + ".Not", fields.get("Not"))))
                    : comparison(fields);
    fields.end();
    return condition;
  }

  private static List<Condition> parts(Fields fields, String field) {
    List<Condition> parts = fields.list(field).map(ConditionParser::condition).toList();
    return parts.isEmpty() ? fields.fail(field + " is empty") : parts;
  }

  private static Condition comparison(Fields fields) {
    Lookup variable = fields.lookup("Variable");
    List<String> operators = fields.rest();
    if (operators.size() != 1) {
      return fields.fail("exactly one operator is wanted, not " + operators);
    }
    String name = operators.getFirst();
    if (name.equals("IsPresent")) {
      return new Present(variable, fields.flag(name));
    }
    return Stream.of(TypeTest.values())
        .filter(test -> test.field().equals(name))
        .<Condition>map(test -> new Condition.Type(variable, test, fields.flag(name)))
        .findFirst()
        .orElseGet(() -> compare(fields, variable, name));
  }

  private static Condition compare(Fields fields, Lookup variable, String name) {
    boolean byPath = name.endsWith("Path") && !name.equals("StringMatchesPath");
    Operator operator =
        Operator.named(byPath ? name.substring(0, name.length() - 4) : name)
            .orElseGet(() -> fields.fail("not supported: " + name));
    return new Compare(
        variable, operator, byPath ? fields.lookup(name) : constant(fields, operator, name));
  }

  private static Expression constant(Fields fields, Operator operator, String name) {
    JsonNode value = fields.get(name);
    return operator.kind().accepts(value)
        ? new Literal(value)
        : fields.fail(name + " cannot compare with " + value);
  }
}
