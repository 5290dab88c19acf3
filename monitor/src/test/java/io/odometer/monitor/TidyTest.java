// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.odometer.core.json.Json;
import io.odometer.core.monitoring.MonitoringObjects;
import io.odometer.core.project.Project;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectKey;
import io.odometer.monitor.CapturedCars.Run;
import io.odometer.monitor.retention.TidyTask;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was kept long enough goes, and nothing else. */
class TidyTest {
  private final CapturedCars cars = new CapturedCars();

  private record Input(Project project) {}

  private void tidy() {
    new TidyTask(cars.store, cars)
        .run(cars.run("tidy").context(), Json.toTree(new Input(cars.project())));
  }

  private List<String> names(String bucket) {
    return cars.store.list(bucket, "cars/").map(object -> object.key().name()).toList();
  }

  @Test
  void captured_traffic_goes_when_it_was_taken_and_is_old() {
    cars.capture("taken", cars.request("r1", 1, 1));
    cars.truth("label.jsonl", CapturedCars.label("r1", "1"));
    cars.watch("first");
    cars.pass(Duration.ofMinutes(1));
    cars.capture("untaken", cars.request("r2", 1, 1));
    tidy();
    assertEquals(List.of("taken.jsonl", "untaken.jsonl"), names(Buckets.CAPTURE));
    cars.pass(Duration.ofDays(31));
    tidy();
    assertEquals(List.of("untaken.jsonl"), names(Buckets.CAPTURE));
    assertEquals(List.of("label.jsonl"), names(Buckets.GROUND_TRUTH));
    assertEquals(List.of("r2"), cars.watch("second"));
  }

  @Test
  void results_go_when_they_are_old_but_neither_the_ledger_nor_what_labels_are_joined_to() {
    cars.capture("a", cars.request("r1", 1, 1));
    Run run = cars.run("first");
    run.commit(run.consolidate());
    ObjectKey folder = MonitoringObjects.folder(CapturedCars.PROJECT, run.execution());
    cars.put(Buckets.MONITORING, folder.path() + "/report.html", "page");
    cars.put(Buckets.MONITORING, "cars/constraints.json", "{}");
    tidy();
    assertEquals(4, names(Buckets.MONITORING).size());
    cars.pass(Duration.ofDays(366));
    tidy();
    assertEquals(
        Set.of("predictions.csv.gz", "constraints.json", "ledger.json"),
        Set.copyOf(names(Buckets.MONITORING)));
  }
}
