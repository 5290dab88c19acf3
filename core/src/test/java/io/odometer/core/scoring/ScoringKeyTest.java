// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.odometer.core.store.ObjectKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringKeyTest {
  @ParameterizedTest(name = "{0}/{1} is {2}")
  @CsvSource({
    "scoring, cars/in/a.csv, Input",
    "scoring, cars/in/may/a.PARQUET, Input",
    "scoring, cars/in/all.manifest, Input",
    "scoring, cars/in/a.csv.job.json, Job",
    "scoring, cars/in/.job.json, Useless",
    "scoring, cars/in/may/.job.json, Useless",
    "scoring, cars/in/readme.md, Useless",
    "scoring, a.csv, Useless",
    "scoring, No Project/in/a.csv, Useless",
    "scoring, cars/out/a.csv.out, Elsewhere",
    "scoring, cars/data/a.csv, Elsewhere",
    "scoring, cars/inner/a.csv, Elsewhere",
    "training, cars/in/a.csv, Elsewhere",
  })
  void a_key_says_what_its_object_is_for(String bucket, String path, String kind) {
    assertEquals(kind, ScoringKey.of(new ObjectKey(bucket, path)).getClass().getSimpleName());
  }
}
