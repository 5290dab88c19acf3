// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.json.Json;
import io.odometer.core.project.ScoringSettings;
import io.odometer.core.scoring.Prepared;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.training.ObjectVersion;
import io.odometer.platform.store.InMemoryObjectStore;
import io.odometer.testmodels.DeadlyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A worker that dies at any call to the store, and another that does the same task again. */
class DeathTest {
  private static final ScoringSettings SETTINGS =
      ScoringSettings.DEFAULT.with(Json.tree("{\"captureShare\": 1}"));
  private static final String CSV = CarTable.random(6, 8).csv() + "x,,,\n";

  private static <T> T untilAlive(Supplier<T> task) {
    try {
      return task.get();
    } catch (DeadlyStore.Death death) {
      return task.get();
    }
  }

  private static void score(ScoringRun run, ObjectVersion file) {
    Prepared prepared = untilAlive(() -> run.prepare(file));
    List<ObjectKey> ranges = new ArrayList<>();
    prepared.ranges().forEach(range -> ranges.add(untilAlive(() -> run.score(prepared, range))));
    untilAlive(() -> run.publish(prepared, ranges));
  }

  private static Map<String, byte[]> objects(ObjectStore store) {
    Map<String, byte[]> objects = new TreeMap<>();
    for (String bucket : List.of(Buckets.SCORING, Buckets.CAPTURE, Buckets.WORK)) {
      for (ObjectInfo info : store.list(bucket, "").toList()) {
        objects.put(info.key().toString(), store.read(info.key()));
      }
    }
    return objects;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatever_call_is_the_last_another_try_ends_with_the_same_objects(boolean after) {
    Map<String, byte[]> undisturbed = null;
    int call = 0;
    boolean died = true;
    while (died) {
      InMemoryObjectStore memory = new InMemoryObjectStore();
      DeadlyStore store = new DeadlyStore(memory, after);
      ScoringRun run = new ScoredCars(store).run("death", SETTINGS, 100);
      byte[] packed = Gzip.of(CSV.getBytes(UTF_8));
      ObjectVersion file = run.drop("a.csv.gz", packed);
      store.dieAt(call == 0 ? Integer.MAX_VALUE : call);
      score(run, file);
      Map<String, byte[]> objects = objects(memory);
      if (undisturbed == null) {
        undisturbed = objects;
      } else {
        died = !store.isAlive();
        assertSame(undisturbed, objects, call);
      }
      call++;
    }
    assertTrue(call > 40, "calls: " + call);
  }

  private static void assertSame(
      Map<String, byte[]> undisturbed, Map<String, byte[]> objects, int call) {
    assertEquals(undisturbed.keySet(), objects.keySet(), "after death at call " + call);
    undisturbed.forEach(
        (key, content) ->
            assertArrayEquals(content, objects.get(key), key + " after death at call " + call));
  }

  @Test
  void nothing_large_is_left_in_the_work_bucket() {
    ScoredCars cars = new ScoredCars();
    ScoringRun run = cars.run("tidy", SETTINGS, 100);
    run.score(run.drop("a.csv.gz", Gzip.of(CSV.getBytes(UTF_8))));
    List<String> names =
        cars.objects(Buckets.WORK).stream().map(path -> path.replaceAll(".*/", "")).toList();
    assertEquals(2, names.size(), names.toString());
    assertTrue(names.stream().anyMatch(name -> name.startsWith("plan-")), names.toString());
    assertTrue(names.contains("rejects-header"), names.toString());
  }
}
