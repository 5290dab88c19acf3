// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.message.SystemEvent;
import io.odometer.core.project.CombinationRule;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.registry.ModelId;
import io.odometer.core.serving.ModelFiles;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.PutCondition;
import io.odometer.inference.TestNode.Reply;
import io.odometer.platform.lifecycle.Health;
import io.odometer.platform.store.InMemoryObjectStore;
import io.odometer.testmodels.CarVersions;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EndpointsTest {
  private static final String RECORD = "{\"miles\": 1250}";

  private final InMemoryObjectStore store = new InMemoryObjectStore();
  private final CarVersions cars = new CarVersions(store);
  private final TestNode node = new TestNode(store);

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void without_a_champion_the_answer_is_503_and_says_so() {
    assertEquals(503, node.postJson("/predict", RECORD).status());
    Reply named = node.postJson("/endpoints/untrained/predict", RECORD);
    assertEquals(503, named.status());
    assertTrue(named.json().path("message").stringValue().contains("no champion"));
    assertEquals(503, node.get("/endpoints/untrained").status());
    assertEquals(503, node.get("/ping").status());
  }

  @Test
  void an_unknown_endpoint_is_not_found() {
    deploy("uk", 1, 9_000);

    Reply reply = node.postJson("/endpoints/uks/predict", RECORD);

    assertEquals(404, reply.status());
    assertTrue(reply.json().path("message").stringValue().contains("uk"));
    assertEquals(404, node.get("/endpoints/uks").status());
  }

  @Test
  void a_new_version_takes_over() {
    assertEquals("endpoint.loaded", deploy("uk", 1, 9_000).type());
    double before = value(node.postJson("/predict", RECORD));

    SystemEvent event = deploy("uk", 2, 9_500);

    assertEquals("endpoint.loaded", event.type());
    assertEquals(500, value(node.postJson("/predict", RECORD)) - before);
    assertEquals(2, node.get("/endpoints/uk").json().path("version").intValue());
    assertEquals(200, node.get("/ping").status());
    assertEquals("", node.get("/ping").body());
  }

  @Test
  void old_news_is_ignored() {
    deploy("uk", 3, 9_000);
    double before = value(node.postJson("/predict", RECORD));

    follow(CarVersions.endpoint("uk", 2, CombinationRule.MAX, cars.forest("uk", "v2", 1)));
    follow(CarVersions.endpoint("uk", 3, CombinationRule.MAX, cars.forest("uk", "v2", 1)));
    deploy("de", 1, 1_000);

    assertEquals(before, value(node.postJson("/endpoints/uk/predict", RECORD)));
    assertTrue(node.saidNothing());
  }

  @Test
  void a_corrupt_version_leaves_the_old_one_serving_and_is_told() {
    deploy("uk", 1, 9_000);
    double before = value(node.postJson("/predict", RECORD));
    ModelId broken = cars.forest("uk", "broken", 1);
    corrupt(broken);

    SystemEvent event = node.deploy(CarVersions.endpoint("uk", 2, CombinationRule.MAX, broken));

    assertEquals("endpoint.failed", event.type());
    assertEquals("Model.Corrupt", event.data().path("error").stringValue());
    assertTrue(event.message().contains(ModelFiles.MODEL), event.message());
    assertEquals(before, value(node.postJson("/predict", RECORD)));
    JsonNode described = node.get("/endpoints/uk").json();
    assertEquals("failed", described.path("status").stringValue());
    assertEquals(1, described.path("version").intValue());
    assertEquals(2, described.path("wantedVersion").intValue());
    assertTrue(described.path("reason").stringValue().contains(ModelFiles.MODEL));
  }

  @Test
  void a_version_that_fails_is_tried_again_until_it_works_and_told_once() {
    ModelId id = cars.forest("uk", "v1", 9_000);
    byte[] model = corrupt(id);
    assertEquals(
        "endpoint.failed",
        node.deploy(CarVersions.endpoint("uk", 1, CombinationRule.MAX, id)).type());
    assertEquals(503, node.postJson("/predict", RECORD).status());

    store.put(id.folder().child(ModelFiles.MODEL), model, new PutCondition.Always());

    assertEquals("endpoint.loaded", node.nextEvent().type());
    assertEquals(200, node.postJson("/predict", RECORD).status());
    assertTrue(node.saidNothing());
  }

  @Test
  void a_version_that_is_absent_is_told_by_name() {
    ModelId id = cars.forest("uk", "v1", 9_000);
    store.delete(id.folder().child(ModelFiles.MANIFEST));

    SystemEvent event = node.deploy(CarVersions.endpoint("uk", 1, CombinationRule.MAX, id));

    assertEquals("Store.NotFound", event.data().path("error").stringValue());
    assertTrue(event.message().contains("uk/xgboost/v1"), event.message());
  }

  @Test
  void a_folder_that_holds_another_version_is_corrupt() {
    ModelId real = cars.forest("uk", "v1", 9_000);
    ModelId forged = cars.forest("uk", "v2", 9_000);
    store.put(
        forged.folder().child(ModelFiles.MANIFEST),
        store.read(real.folder().child(ModelFiles.MANIFEST)),
        new PutCondition.Always());

    SystemEvent event = node.deploy(CarVersions.endpoint("uk", 1, CombinationRule.MAX, forged));

    assertEquals("Model.Corrupt", event.data().path("error").stringValue());
  }

  @Test
  void models_beyond_the_room_for_them_are_not_loaded() {
    try (TestNode small =
        new TestNode(store, Optional.empty(), Optional.empty(), TestNode.limits(10, 1))) {
      ModelId large = cars.forest("uk", "large", 9_000);
      byte[] padded = new byte[2 << 20];
      Arrays.fill(padded, (byte) ' ');
      store.put(large.folder().child(ModelFiles.MODEL), padded, new PutCondition.Always());

      SystemEvent event = small.deploy(CarVersions.endpoint("uk", 1, CombinationRule.MAX, large));

      assertEquals("Model.NoRoom", event.data().path("error").stringValue());
    }
  }

  @Test
  void serving_goes_on_when_store_and_kafka_are_gone() {
    deploy("uk", 1, 9_000);
    assertInstanceOf(Health.Ready.class, node.node().check());
    store.list("models", "").map(object -> object.key()).toList().forEach(store::delete);
    node.caughtUp = false;

    assertEquals(200, node.postJson("/predict", RECORD).status());
    assertInstanceOf(Health.Ready.class, node.node().check());
  }

  @Test
  void it_is_ready_once_the_endpoints_are_known_and_tried_even_if_none_works() {
    node.caughtUp = false;
    assertEquals(503, node.get("/health/ready").status());
    ModelId broken = cars.forest("uk", "v1", 1);
    corrupt(broken);
    node.deploy(CarVersions.endpoint("uk", 1, CombinationRule.MAX, broken));
    assertEquals(503, node.get("/health/ready").status());

    node.caughtUp = true;

    assertEquals(200, node.get("/health/ready").status());
  }

  @Test
  void with_several_endpoints_the_default_must_be_named() {
    deploy("uk", 1, 9_000);
    deploy("de", 1, 1_000);

    Reply reply = node.postJson("/predict", RECORD);

    assertEquals(400, reply.status());
    assertTrue(reply.json().path("message").stringValue().contains("de, uk"), reply.body());
    try (TestNode named =
        new TestNode(store, Optional.of("de"), Optional.empty(), TestNode.limits(10, 64))) {
      named.deploy(CarVersions.endpoint("uk", 1, CombinationRule.MAX, cars.forest("uk", "v1", 1)));
      assertEquals(404, named.postJson("/predict", RECORD).status());
      named.deploy(CarVersions.endpoint("de", 1, CombinationRule.MAX, cars.forest("de", "v1", 1)));
      assertEquals("de", named.postJson("/predict", RECORD).json().path("endpoint").stringValue());
    }
  }

  @Test
  void an_endpoint_that_is_deleted_is_gone() {
    deploy("uk", 1, 9_000);

    node.node().follow("uk", Optional.empty());

    assertEquals(404, node.get("/endpoints/unknown").status());
    assertEquals(503, node.postJson("/predict", RECORD).status());
    assertEquals("endpoint.loaded", deploy("uk", 1, 9_000).type());
  }

  @Test
  void members_of_different_columns_each_get_their_own() {
    ModelId miles = cars.forest("uk", "20260101T000000Z-a", 9_000);
    ModelId mileage = new CarVersions(store, "mileage").linear("uk", "20260201T000000Z-b", 4_000);
    node.deploy(CarVersions.endpoint("uk", 1, CombinationRule.MIN, mileage, miles));

    JsonNode features = node.get("/endpoints/uk").json().path("features");
    JsonNode both = node.postJson("/predict", "{\"mileage\": 1250, \"miles\": 3000}").json();

    assertEquals("mileage", features.get(0).path("name").stringValue());
    assertEquals("miles", features.get(features.size() - 1).path("name").stringValue());
    assertEquals(9_022, both.at("/predictions/0/members/xgboost/value").doubleValue());
    assertEquals(3, both.path("notes").path("missingValuesImputed").intValue());
    assertFalse(both.path("notes").has("unknownColumns"));
  }

  @Test
  void an_endpoint_tells_what_to_send() {
    deploy("uk", 1, 9_000);

    JsonNode described = node.get("/endpoints/uk").json();

    assertEquals("serving", described.path("status").stringValue());
    assertEquals("price", described.path("target").stringValue());
    assertEquals("max", described.path("rule").stringValue());
    assertEquals("v1", described.at("/members/0/version").stringValue());
    JsonNode miles = described.path("features").get(0);
    assertEquals("number", miles.path("type").stringValue());
    assertEquals(100, miles.path("range").get(0).intValue());
    JsonNode fuel = described.path("features").get(1);
    assertEquals("category", fuel.path("type").stringValue());
    assertEquals(3, fuel.path("categories").size());
    assertEquals("date", described.path("features").get(2).path("type").stringValue());
    assertEquals("cc", described.path("features").get(3).path("unit").stringValue());
    String curl = described.path("curl").stringValue();
    assertTrue(curl.contains("http://127.0.0.1:" + node.port() + "/endpoints/uk/predict"), curl);
    Reply sent = node.postJson("/predict", described.path("example").toString());
    assertEquals(200, sent.status(), sent.body());
    assertFalse(sent.json().has("notes"), sent.body());
  }

  @Test
  void endpoints_are_listed_and_counted() {
    deploy("uk", 1, 9_000);
    node.postJson("/predict", "[{\"miles\": 1}, {\"fuel\": \"Steam\", \"colour\": \"red\"}]");

    JsonNode listed = node.get("/endpoints").json().path("endpoints");
    String metrics = node.get("/metrics").body();

    assertEquals("uk", listed.get(0).path("name").stringValue());
    assertEquals("serving", listed.get(0).path("status").stringValue());
    assertTrue(metrics.contains("odometer_predictions_total{endpoint=\"uk\"} 2"), metrics);
    assertTrue(metrics.contains("odometer_unknown_values_total{endpoint=\"uk\"} 1"));
    assertTrue(metrics.contains("odometer_unseen_categories_total{endpoint=\"uk\"} 1"));
    assertTrue(
        metrics.contains(
            "odometer_endpoint_member{algorithm=\"xgboost\",endpoint=\"uk\",version=\"v1\"} 1"),
        metrics);
  }

  @Test
  void with_a_token_set_calls_need_it() {
    try (TestNode guarded =
        new TestNode(store, Optional.empty(), Optional.of("secret"), TestNode.limits(10, 64))) {
      guarded.deploy(
          CarVersions.endpoint("uk", 1, CombinationRule.MAX, cars.forest("uk", "v1", 9_000)));

      assertEquals(401, guarded.postJson("/predict", RECORD).status());
      Reply described =
          guarded.send(
              guarded.request("/endpoints/uk").header("Authorization", "Bearer secret").GET());
      assertTrue(described.json().path("curl").stringValue().contains("$ODOMETER_TOKEN"));
    }
  }

  private SystemEvent deploy(String name, long version, double base) {
    ModelId forest = cars.forest(name, "v" + version, base);
    return node.deploy(CarVersions.endpoint(name, version, CombinationRule.MAX, forest));
  }

  private void follow(Endpoint endpoint) {
    node.node().follow(endpoint.name().value(), Optional.of(endpoint));
  }

  /** Changes a byte of the model and answers what it was. */
  private byte[] corrupt(ModelId id) {
    ObjectKey key = id.folder().child(ModelFiles.MODEL);
    byte[] model = store.read(key);
    byte[] changed = model.clone();
    changed[100] ^= 1;
    store.put(key, changed, new PutCondition.Always());
    return model;
  }

  private static double value(Reply reply) {
    assertEquals(200, reply.status(), reply.body());
    return reply.json().at("/predictions/0/value").doubleValue();
  }
}
