// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.ErrorName;
import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.registry.ModelId;
import io.odometer.core.serving.ServingEndpoint;
import io.odometer.core.store.PutCondition;
import io.odometer.scorer.plan.Champions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChampionsTest {
  private static final long ROOM = 1 << 24;

  private final ScoredCars cars = new ScoredCars();

  @Test
  void an_endpoint_is_loaded_once() {
    Champions champions = new Champions(cars.store(), ROOM);
    assertSame(champions.get(cars.endpoint()), champions.get(cars.endpoint()));
  }

  @Test
  void the_one_that_was_not_used_for_longest_makes_way() {
    Champions champions = new Champions(cars.store(), ROOM);
    List<Endpoint> endpoints = new ArrayList<>();
    for (int version = 1; version <= 5; version++) {
      endpoints.add(cars.endpoint(version, cars.forest("v" + version, version)));
    }
    ServingEndpoint first = champions.get(endpoints.get(0));
    ServingEndpoint second = champions.get(endpoints.get(1));
    champions.get(endpoints.get(2));
    champions.get(endpoints.get(3));
    assertSame(first, champions.get(endpoints.get(0)));
    champions.get(endpoints.get(4));
    assertSame(first, champions.get(endpoints.get(0)));
    assertNotSame(second, champions.get(endpoints.get(1)));
  }

  @Test
  void models_make_way_when_there_is_no_room() {
    ModelId id = cars.forest("v1", 1);
    long bytes =
        new Champions(cars.store(), ROOM).get(cars.endpoint(1, id)).members().getFirst().bytes();
    Champions small = new Champions(cars.store(), bytes + 10);
    ServingEndpoint first = small.get(cars.endpoint(1, id));
    small.get(cars.endpoint(2, id));
    assertNotSame(first, small.get(cars.endpoint(1, id)));
    Champions tiny = new Champions(cars.store(), 100);
    assertFails(Errors.MODEL_NO_ROOM, () -> tiny.get(cars.endpoint(1, id)));
  }

  @Test
  void a_version_that_cannot_be_used_is_named() {
    ModelId id = cars.forest("v1", 1);
    cars.store().put(id.folder().child("model.json"), new byte[] {1}, new PutCondition.Always());
    Champions champions = new Champions(cars.store(), ROOM);
    assertFails(Errors.MODEL_CORRUPT, () -> champions.get(cars.endpoint(1, id)));
    cars.store().delete(id.folder().child("manifest.json"));
    assertFails(Errors.STORE_NOT_FOUND, () -> champions.get(cars.endpoint(1, id)));
  }

  private static void assertFails(ErrorName error, Runnable loading) {
    OdometerException failure = assertThrows(OdometerException.class, loading::run);
    assertEquals(error, failure.error());
    assertTrue(failure.reason().contains("cars/xgboost/v1"), failure.reason());
  }
}
