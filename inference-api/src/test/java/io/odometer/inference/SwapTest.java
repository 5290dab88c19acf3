// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.project.CombinationRule;
import io.odometer.inference.TestNode.Reply;
import io.odometer.platform.store.InMemoryObjectStore;
import io.odometer.testmodels.CarVersions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SwapTest {
  private static final int SWAPS = 20;
  private static final int CLIENTS = 4;

  private final InMemoryObjectStore store = new InMemoryObjectStore();
  private final CarVersions cars = new CarVersions(store);

  @Test
  void swaps_under_load_never_fail_a_request_and_never_show_half_a_swap()
      throws InterruptedException, ExecutionException {
    AtomicBoolean over = new AtomicBoolean();
    Set<String> seen = new ConcurrentSkipListSet<>();
    try (TestNode node = new TestNode(store);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      deploy(node, 1);
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        running.add(clients.submit(() -> ask(node, over, seen)));
      }
      for (int version = 2; version <= SWAPS; version++) {
        deploy(node, version);
      }
      over.set(true);
      for (Future<?> client : running) {
        client.get();
      }
      check(node.postJson("/predict", "[{\"miles\":1},{\"miles\":2}]"), seen);
    }
    assertTrue(seen.contains("v" + SWAPS), "the last version serves");
    assertTrue(seen.size() > 2, "versions changed under load: " + seen);
  }

  private void deploy(TestNode node, int version) {
    String name = "v" + version;
    assertEquals(
        "endpoint.loaded",
        node.deploy(
                CarVersions.endpoint(
                    "uk",
                    version,
                    CombinationRule.MAX,
                    cars.linear("uk", name, 1_000 * version),
                    cars.forest("uk", name, 1_000 * version)))
            .type());
  }

  private static void ask(TestNode node, AtomicBoolean over, Set<String> seen) {
    while (!over.get()) {
      check(node.postJson("/predict", "[{\"miles\":1},{\"miles\":2}]"), seen);
    }
  }

  /** Both members of every row are of one version, and predict as that version does. */
  private static void check(Reply reply, Set<String> seen) {
    assertEquals(200, reply.status(), reply.body());
    JsonNode predictions = reply.json().path("predictions");
    String version = predictions.at("/0/members/linear/version").stringValue();
    for (JsonNode prediction : predictions) {
      JsonNode members = prediction.path("members");
      assertEquals(version, members.at("/linear/version").stringValue());
      assertEquals(version, members.at("/xgboost/version").stringValue());
      double base = 1_000.0 * Integer.parseInt(version.substring(1));
      assertEquals(base, members.at("/xgboost/value").doubleValue(), 50);
      assertEquals(base, members.at("/linear/value").doubleValue(), 50);
    }
    seen.add(version);
  }
}
