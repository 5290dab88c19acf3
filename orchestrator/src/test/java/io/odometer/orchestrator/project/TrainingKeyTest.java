// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.odometer.core.project.ProjectName;
import io.odometer.core.store.ObjectKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingKeyTest {
  @ParameterizedTest
  @ValueSource(strings = {"cars/a.csv", "cars/A.CSV", "cars/2026/11/a b.csv"})
  void a_csv_in_a_projects_folder_is_the_projects(String path) {
    assertEquals(
        new TrainingKey.Of(new ProjectName("cars")),
        TrainingKey.of(new ObjectKey("training", path)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.csv", "cars/a.txt", "cars/a.csv.gz", "Used Cars/a.csv"})
  void anything_else_in_the_bucket_is_of_no_use(String path) {
    assertInstanceOf(TrainingKey.Useless.class, TrainingKey.of(new ObjectKey("training", path)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cars/in/a.csv"})
  void other_buckets_train_nothing(String path) {
    assertInstanceOf(TrainingKey.Elsewhere.class, TrainingKey.of(new ObjectKey("scoring", path)));
  }
}
