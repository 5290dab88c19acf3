// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a definition is told by state and field. */
final class DefinitionTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'Type': 'Pass'} | A: Next is missing",
        "{'Type': 'Pass', 'End': true, 'Next': 'A'} | A: only one of Next and End may be given",
        "{'Type': 'Pass', 'Next': 'C'} | A: goes to no state: C",
        "{'Type': 'Dance', 'End': true} | A: not supported: Type Dance",
        "{'Type': 'Pass', 'End': true, 'Assign': {}} | A: not supported: Assign",
        "{'Type': 'Pass', 'End': true, 'QueryLanguage': 'JSONata'} | A: not supported:"
            + " QueryLanguage JSONata",
        "{'Type': 'Pass', 'End': true, 'InputPath': 'x'} | A: InputPath: not a path: 'x'",
        "{'Type': 'Pass', 'End': true, 'ResultPath': '$.a[*]'} | A: ResultPath: not a path of"
            + " names",
        "{'Type': 'Pass', 'End': true, 'Parameters': {'x.$': 'States.UUID()'}} | A: Parameters:"
            + " 'States.UUID()': States.UUID is not supported",
        "{'Type': 'Pass', 'End': true, 'Parameters': {'x.$': 7}} | A: Parameters: 'x.$' must be a"
            + " path",
        "{'Type': 'Task', 'End': true} | A: Resource is missing",
        "{'Type': 'Task', 'End': true, 'Resource': 'arn:x'} | A: Resource: a resource looks like",
        "{'Type': 'Task', 'End': true, 'Resource': 'urn:odometer:a:b', 'TimeoutSeconds': 0} | A:"
            + " TimeoutSeconds must be a whole number",
        "{'Type': 'Task', 'End': true, 'Resource': 'urn:odometer:a:b', 'Retry': [{}]} | A.Retry[0]:"
            + " ErrorEquals is missing",
        "{'Type': 'Task', 'End': true, 'Resource': 'urn:odometer:a:b', 'Retry': [{'ErrorEquals':"
            + " ['a'], 'Backoff': 2}]} | A.Retry[0]: not supported: Backoff",
        "{'Type': 'Task', 'End': true, 'Resource': 'urn:odometer:a:b', 'Catch': [{'ErrorEquals':"
            + " ['a'], 'Next': 'C'}]} | A: goes to no state: C",
        "{'Type': 'Choice', 'Choices': []} | A: Choices is missing or empty",
        "{'Type': 'Choice', 'Choices': [{'Variable': '$.x', 'NumericLess': 1, 'Next': 'A'}]} |"
            + " A.Choices[0]: not supported: NumericLess",
        "{'Type': 'Choice', 'Choices': [{'Variable': '$.x', 'NumericEquals': 'a', 'Next': 'A'}]} |"
            + " A.Choices[0]: NumericEquals cannot compare with \"a\"",
        "{'Type': 'Choice', 'Choices': [{'And': [{'Variable': '$.x'}], 'Next': 'A'}]} |"
            + " A.Choices[0].And[0]: exactly one operator",
        "{'Type': 'Map', 'End': true} | A: ItemProcessor is missing",
        "{'Type': 'Map', 'End': true, 'ItemProcessor': {'ProcessorConfig': {'Mode':"
            + " 'DISTRIBUTED'}}} | A.ItemProcessor.ProcessorConfig: not supported: Mode"
            + " DISTRIBUTED",
        "{'Type': 'Map', 'End': true, 'ToleratedFailureCount': 1, 'ItemProcessor': {'StartAt': 'I',"
            + " 'States': {'I': {'Type': 'Succeed'}}}} | A: not supported: ToleratedFailureCount",
        "{'Type': 'Parallel', 'End': true, 'Branches': [{'StartAt': 'X', 'States': {'I': {'Type':"
            + " 'Succeed'}}}]} | A.Branches[0]: StartAt names no state: X",
        "{'Type': 'Wait', 'End': true} | A: one of Seconds",
        "{'Type': 'Wait', 'End': true, 'Timestamp': '2026-01-01'} | A: Timestamp is not a time",
      })
  void a_mistake_is_named(String state, String message) {
    String reason =
        reason("{\"StartAt\": \"A\", \"States\": {\"A\": " + state.replace('\'', '"') + "}}");
    assertTrue(reason.startsWith("workflow test: " + message), reason);
  }

  private static String reason(String json) {
    OdometerException refused =
        assertThrows(OdometerException.class, () -> Definition.parse("test", Json.tree(json)));
    assertEquals(Errors.WORKFLOW_INVALID, refused.error());
    return refused.reason();
  }

  @Test
  void all_mistakes_are_told_at_once() {
    String reason =
        reason(
            "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\"}, \"B\": {\"Type\":"
                + " \"Wait\"}}}");
    assertTrue(reason.contains("A: ") && reason.contains("B: "), reason);
  }

  @Test
  void a_state_that_nothing_leads_to_is_a_mistake() {
    String reason =
        reason(
            "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}, \"B\": {\"Type\":"
                + " \"Succeed\"}}}");
    assertEquals("workflow test: B: cannot be reached", reason);
  }
}
