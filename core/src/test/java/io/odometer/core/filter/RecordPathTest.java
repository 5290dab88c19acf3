// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.json.Json;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RecordPathTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "$         | 3 | 0 1 2",
        "$         | 0 | ",
        "$[*]      | 3 | 0 1 2",
        "$.*       | 3 | 0 1 2",
        "$[1]      | 3 | 1",
        "$[-1]     | 3 | 2",
        "$[1,3,5]  | 6 | 1 3 5",
        "$[5,1,-1] | 6 | 5 1 5",
        "$[0,-1]   | 5 | 0 4",
        "$[1:]     | 4 | 1 2 3",
        "$[1:4]    | 9 | 1 2 3 4",
        "$[:5]     | 9 | 0 1 2 3 4 5",
        "$[:14]    | 15| 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14",
        "$[2:2]    | 3 | 2",
        "$[1:-1]   | 4 | 1 2 3",
        "$[:-2]    | 4 | 0 1 2",
        "$[-2:]    | 4 | 2 3",
        "$[-3:-2]  | 4 | 1 2",
        "$[:]      | 2 | 0 1"
      })
  void a_csv_row_is_an_array_and_the_end_of_a_range_is_included(
      String path, int width, String columns) {
    assertArrayEquals(indices(columns), RecordPath.parse(path).columns(width));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "$[4]     | 4 | index 4 lies outside of 4 values",
        "$[-2]    | 1 | index -2 lies outside of 1 value",
        "$[0,7]   | 3 | index 7 lies outside of 3 values",
        "$[0:3]   | 3 | index 3 lies outside of 3 values",
        "$[3:]    | 3 | index 3 lies outside of 3 values",
        "$[-4:]   | 3 | index -4 lies outside of 3 values",
        "$[2:-3]  | 4 | the range 2:-3 of 4 values is empty",
        "$.price  | 3 | goes by names",
        "$['a']   | 3 | goes by names",
        "$[0][1]  | 3 | goes deeper than one level"
      })
  void what_a_csv_row_does_not_have_is_refused(String path, int width, String reason) {
    assertRefused(path + ": " + reason, () -> RecordPath.parse(path).columns(width));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "$                      | {'id':7,'n':{'a':1}}       | {'id':7,'n':{'a':1}}",
        "$.id                   | {'id':7,'n':1}             | 7",
        "$['id']                | {'id':7,'n':1}             | 7",
        "$.id                   | {'id':null}                | null",
        "$['engine size']       | {'engine size':1}          | 1",
        "$.Größe_in-m           | {'Größe_in-m':1}           | 1",
        "$['n','id']            | {'id':7,'m':0,'n':1}       | {'n':1,'id':7}",
        "$.a.b                  | {'a':{'b':[1]}}            | [1]",
        "$.a['b','c']           | {'a':{'b':1,'c':2,'d':3}}  | {'b':1,'c':2}",
        "$.a[1]                 | {'a':[1,2,3]}              | 2",
        "$.a[-1].b              | {'a':[1,{'b':5}]}          | 5",
        "$[0,2]                 | [1,2,3]                    | [1,3]",
        "$[1:2]                 | [1,2,3,4]                  | [2,3]",
        "$.a[:1]                | {'a':[1,2,3]}              | [1,2]",
        "$.*                    | {'a':1,'b':[2]}            | [1,[2]]",
        "$[*]                   | [1,2]                      | [1,2]",
        "$.rows[*].x            | {'rows':[{'x':1},{'x':2}]} | [1,2]",
        "$.rows[1:2].x          | {'rows':[0,{'x':1},{'x':2}]} | [1,2]",
        "$['a','b'].x           | {'a':{'x':1},'b':{'x':2}}  | {'a':1,'b':2}"
      })
  void a_json_record_gives_what_is_selected(String path, String record, String selected) {
    assertEquals(json(selected), RecordPath.parse(path).apply(json(record)));
  }

  @Test
  void a_joined_record_of_sagemaker_keeps_its_id_and_the_answer() {
    JsonNode record = json("{'id':7,'input':{'features':[2018,48210.5]}}");
    JsonNode joined =
        json("{'id':7,'input':{'features':[2018,48210.5]},'SageMakerOutput':{'score':15900.5}}");

    assertEquals(
        "{\"features\":[2018,48210.5]}", RecordPath.parse("$.input").apply(record).toString());
    assertEquals(
        "{\"id\":7,\"SageMakerOutput\":{\"score\":15900.5}}",
        RecordPath.parse("$['id','SageMakerOutput']").apply(joined).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "$.b        | {'a':1,'c':2}    | $ has no 'b'; there are a, c",
        "$.a.b      | {'a':{}}         | $.a has no 'b'; there are none",
        "$.a.b      | {'a':[1]}        | $.a has no 'b'; it is no object",
        "$['a','b'] | {'a':1}          | $ has no 'b'; there are a",
        "$[0]       | {'a':1}          | $ has no elements; it is no array",
        "$.*        | 5                | $ has no elements; it is no array",
        "$.a[2]     | {'a':[1,2]}      | $.a: index 2 lies outside of 2 values",
        "$[0:2]     | [1,2]            | $: index 2 lies outside of 2 values"
      })
  void what_a_json_record_does_not_have_is_named(String path, String record, String reason) {
    assertRefused(reason, () -> RecordPath.parse(path).apply(json(record)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "a              | character 1 is 'a', expected $",
        "$a             | character 2 is 'a', expected . or [",
        "$.             | character 3 is the end, expected a name or *",
        "$..a           | character 3 is '.', expected a name or *",
        "$.a b          | character 4 is ' ', expected . or [",
        "$[             | character 3 is the end, expected an index, a range, a name",
        "$[]            | character 3 is ']', expected an index, a range, a name",
        "$[?(@.a)]      | character 3 is '?', expected an index, a range, a name",
        "$[1            | character 4 is the end, expected a comma, a colon or ]",
        "$[1,]          | character 5 is ']', expected an index",
        "$[-]           | character 4 is ']', expected a digit",
        "$[0:2,246:]    | character 6 is ',', expected ] (a range stands alone)",
        "$[0,5:]        | character 6 is ':', expected a comma or ] (a list has no ranges)",
        "$[:2:]         | character 5 is ':', expected ] (a range stands alone)",
        "$[4:1]         | character 5 is '1', expected an end that is not before the start",
        "$[-1:-4]       | character 6 is '-', expected an end that is not before the start",
        "$[1234567890]  | character 3 is '1', expected an index of at most 9 digits",
        "$['a]          | character 6 is the end, expected the closing quote",
        "$['a.b']       | character 5 is '.', expected the closing quote (a name in quotes has",
        "$['']          | character 4 is ''', expected a name",
        "$['a',1]       | character 7 is '1', expected a name in single quotes",
        "$['a','a']     | character 7 is ''', expected each name once",
        "$['a'          | character 6 is the end, expected a comma or ]",
        "$[*,1]         | character 4 is ',', expected ]"
      })
  void a_mistake_is_told_with_its_place(String path, String reason) {
    assertRefused("'" + path + "' is no path: " + reason, () -> RecordPath.parse(path));
  }

  @Test
  void an_empty_text_is_no_path() {
    assertRefused("character 1 is the end, expected $", () -> RecordPath.parse(""));
  }

  @Test
  void a_path_has_at_most_63_characters() {
    assertEquals(63, RecordPath.parse("$." + "a".repeat(61)).toString().length());
    assertRefused("at most 63", () -> RecordPath.parse("$." + "a".repeat(62)));
  }

  @Test
  void the_whole_record_is_left_as_it_is() {
    JsonNode record = json("{'a':1}");

    assertTrue(RecordPath.parse("$").isWhole());
    assertEquals(RecordPath.WHOLE, RecordPath.parse("$"));
    assertSame(record, RecordPath.WHOLE.apply(record));
    assertFalse(RecordPath.parse("$[*]").isWhole());
  }

  @ParameterizedTest
  @ValueSource(strings = {"$", "$[1:]", "$['id','SageMakerOutput']"})
  void its_json_form_is_its_text(String text) {
    RecordPath path = RecordPath.parse(text);

    assertEquals("\"" + text + "\"", Json.text(path));
    assertEquals(path, Json.read(Json.text(path), RecordPath.class));
    assertEquals(path.hashCode(), RecordPath.parse(text).hashCode());
    assertNotEquals(path, RecordPath.parse("$.other"));
  }

  private static void assertRefused(String reason, Runnable refused) {
    String told =
        String.valueOf(assertThrows(IllegalArgumentException.class, refused::run).getMessage());
    assertTrue(told.contains(reason), told);
  }

  private static int[] indices(@Nullable String columns) {
    return columns == null
        ? new int[0]
        : Arrays.stream(columns.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
  }

  private static JsonNode json(String text) {
    return Json.tree(text.replace('\'', '"'));
  }
}
