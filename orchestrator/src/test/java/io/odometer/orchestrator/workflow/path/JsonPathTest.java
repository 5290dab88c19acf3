// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.json.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonPathTest {
  private static final String DOCUMENT =
      """
      {"a": {"b": 1, "c-d": null}, "list": [10, 20, 30], "cars": [{"km": 5, "name": "x"}, {"km": 9}], "it's": 7}\
      """;

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      nullValues = "nothing",
      value = {
        "$.a.b; 1",
        "$.a.c-d; null",
        "$['a']['b']; 1",
        "$[\"a\"].b; 1",
        "$['it\\'s']; 7",
        "$.list[0]; 10",
        "$.list[-1]; 30",
        "$.list[3]; nothing",
        "$.list[-4]; nothing",
        "$.list[1:]; [20,30]",
        "$.list[:-1]; [10,20]",
        "$.list[-9:9]; [10,20,30]",
        "$.list[2:1]; []",
        "$.list[0,2]; [10,30]",
        "$.list[*]; [10,20,30]",
        "$.cars[*].km; [5,9]",
        "$.cars[*].name; [\"x\"]",
        "$..km; [5,9]",
        "$..nobody; []",
        "$.a.*; [1,null]",
        "$.nobody[*]; []",
        "$.nobody; nothing",
        "$.a.b.c; nothing",
        "$.list.a; nothing",
        "$.cars[?(@.km > 5)]; [{\"km\":9}]",
        "$.cars[?(@.name == 'x')].km; [5]",
        "$.cars[?(@.name)].km; [5]",
      })
  void finds(String path, @Nullable String found) {
    assertEquals(
        Optional.ofNullable(found).map(Json::tree), JsonPath.parse(path).read(Json.tree(DOCUMENT)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "$a",
        "$.",
        "$..",
        "$.a.",
        "$[",
        "$['a'",
        "$[a]",
        "$.a b",
        "$.length()",
        "$.a[1:2:3]",
        "$[?(@.a == 1 && @.b == 2)]",
        "$[?(@.a == x)]"
      })
  void refuses(String path) {
    var refused = assertThrows(IllegalArgumentException.class, () -> JsonPath.parse(path));
    assertTrue(String.valueOf(refused.getMessage()).startsWith("not a path: '" + path + "'"));
  }

  @ParameterizedTest(name = "{1} at {0} gives {2}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      nullValues = "nothing",
      value = {
        "{}; $.a.b; {\"a\":{\"b\":1}}",
        "{\"a\":2}; $; 1",
        "{\"a\":2,\"c\":3}; $.a; {\"a\":1,\"c\":3}",
        "{\"a\":{\"c\":3}}; $.a.b; {\"a\":{\"c\":3,\"b\":1}}",
        "{\"a\":[5,6]}; $.a[1]; {\"a\":[5,1]}",
        "{\"a\":[5,6]}; $.a[-2]; {\"a\":[1,6]}",
        "{\"a\":[5,6]}; $.a[2]; nothing",
        "{\"a\":7}; $.a.b; nothing",
        "[7]; $.a; nothing",
        "null; $.a; nothing",
      })
  void writes(String before, String path, @Nullable String after) {
    var root = Json.tree(before);
    assertEquals(
        Optional.ofNullable(after).map(Json::tree),
        ReferencePath.parse(path).write(root, Json.tree("1")));
    assertEquals(Json.tree(before), root);
  }
}
