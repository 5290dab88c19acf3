// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.scoring.ScoringObjects;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.PutCondition;
import io.odometer.core.training.ObjectVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadManifestTest {
  private final ScoredCars cars = new ScoredCars();
  private final ScoringRun run = cars.run("list");

  private ObjectVersion put(String path) {
    ObjectKey key = new ObjectKey(Buckets.SCORING, path);
    ObjectInfo info = cars.store().put(key, new byte[] {1}, new PutCondition.Always());
    return new ObjectVersion(key, info.etag(), info.size());
  }

  @Test
  void sagemakers_form_names_objects_below_a_prefix() {
    List<ObjectVersion> expected =
        List.of(put("cars/data/b.csv"), put("cars/data/deep/a.jsonl.gz"), put("cars/data/c.tsv"));
    String list =
        "[{\"prefix\":\"s3://scoring/cars/data/\"},\"b.csv\",\"deep/a.jsonl.gz\",\"c.tsv\"]";
    assertEquals(expected, run.readManifest(run.drop("l.manifest", list)).objects());
  }

  @Test
  void what_a_manifest_names_is_scored_into_the_same_folder_of_out() {
    ObjectVersion file = put("cars/data/b.csv");
    assertEquals(
        "cars/out/data/b.csv.out", ScoringObjects.output(ScoringRun.PROJECT, file.key()).path());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [{"prefix":"s3://scoring/vans/in/"},"a.csv"]       | first entry
          [{"prefix":"s3://training/cars/in/"},"a.csv"]      | first entry
          [{"prefix":"s3://scoring/carsharing/"},"a.csv"]    | first entry
          [{"prefix":"s3://scoring/cars"},"a.csv"]           | first entry
          [{"prefix":"scoring/cars/in/"},"a.csv"]            | first entry
          [{"Prefix":"s3://scoring/cars/in/"},"a.csv"]       | first entry
          ["s3://scoring/cars/in/","a.csv"]                  | first entry
          [{"prefix":"s3://scoring/cars/"},"out/a.csv"]      | entry 1
          [{"prefix":"s3://scoring/cars/out/"},"a.csv"]      | entry 1
          [{"prefix":"s3://scoring/cars/in/"},"../out/a.csv"]| entry 1
          [{"prefix":"s3://scoring/cars/../vans/"},"a.csv"]  | entry 1
          [{"prefix":"s3://scoring/cars/"},"./out/a.csv"]    | entry 1
          [{"prefix":"s3://scoring/cars/"},"/out/a.csv"]     | entry 1
          [{"prefix":"s3://scoring/cars/in/"},""]            | entry 1
          [{"prefix":"s3://scoring/cars/in/"},5]             | entry 1
          [{"prefix":"s3://scoring/cars/in/"},null]          | entry 1
          [{"prefix":"s3://scoring/cars/in/"},"a.manifest"]  | ends in none of
          [{"prefix":"s3://scoring/cars/in/"},"a.exe"]       | ends in none of
          [{"prefix":"s3://scoring/cars/in/"},"a.csv.job.json"]| ends in none of
          [{"prefix":"s3://scoring/cars/in/"},"absent.csv"]  | there is no object scoring/cars/in/absent.csv
          [{"prefix":"s3://scoring/cars/in/"}]               | it is no list
          {"prefix":"s3://scoring/cars/in/"}                 | it is no list
          null                                               | it is no list
          [{"prefix":                                        | it is not JSON
          """)
  void what_is_no_list_of_our_files_is_refused_by_its_entry(String list, String named) {
    put("cars/in/a.csv");
    put("cars/out/a.csv");
    put("vans/in/a.csv");
    assertInvalid(list, named);
  }

  @Test
  void an_empty_object_is_no_list() {
    assertInvalid("", "it is");
  }

  @Test
  void nothing_is_named_twice() {
    put("cars/in/a.csv");
    assertInvalid(
        "[{\"prefix\":\"s3://scoring/cars/in/\"},\"a.csv\",\"b.csv\",\"a.csv\"]",
        "entry 3, scoring/cars/in/a.csv, has the same output as scoring/cars/in/a.csv");
  }

  @Test
  void two_files_of_one_output_are_refused() {
    put("cars/in/data/a.csv");
    put("cars/data/a.csv");
    assertInvalid(
        "[{\"prefix\":\"s3://scoring/cars/\"},\"in/data/a.csv\",\"data/a.csv\"]",
        "entry 2, scoring/cars/data/a.csv, has the same output as scoring/cars/in/data/a.csv");
  }

  @Test
  void settings_beside_a_list_are_refused_by_name() {
    run.drop("l.manifest.job.json", "{}");
    put("cars/in/a.csv");
    assertInvalid(
        "[{\"prefix\":\"s3://scoring/cars/in/\"},\"a.csv\"]",
        "settings stand beside each of its files");
  }

  @Test
  void lists_are_bounded() {
    List<Object> list = new ArrayList<>(List.of(Map.of("prefix", "s3://scoring/cars/in/")));
    for (int i = 0; i < 201; i++) {
      list.add(i + ".csv");
    }
    assertInvalid(Json.text(list), "it names 201 objects; at most 200");
    assertInvalid(" ".repeat(1 << 21), "more than 1,048,576 bytes");
  }

  @Test
  void a_manifest_that_was_replaced_is_noticed() {
    ObjectVersion manifest = run.drop("l.manifest", "[]");
    run.drop("l.manifest", "[1]");
    OdometerException refusal =
        assertThrows(OdometerException.class, () -> run.readManifest(manifest));
    assertEquals(Errors.DATA_CHANGED, refusal.error());
  }

  private void assertInvalid(String list, String named) {
    ObjectVersion manifest = run.drop("l.manifest", list);
    OdometerException refusal =
        assertThrows(OdometerException.class, () -> run.readManifest(manifest));
    assertEquals(Errors.MANIFEST_INVALID, refusal.error());
    assertTrue(refusal.reason().startsWith("scoring/cars/in/l.manifest: "), refusal.reason());
    assertTrue(refusal.reason().contains(named), refusal.reason());
  }
}
