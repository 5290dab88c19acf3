// SPDX-License-Identifier: Apache-2.0
package io.odometer.contracts.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.message.SystemEvent;
import io.odometer.core.message.Topic;
import io.odometer.core.message.Topic.Retention;
import io.odometer.core.message.Topics;
import io.odometer.platform.kafka.JsonProducer;
import io.odometer.platform.kafka.KafkaClients;
import io.odometer.platform.kafka.KafkaSettings;
import io.odometer.platform.kafka.TopicAdmin;
import io.odometer.platform.kafka.TopicFollower;
import io.odometer.platform.kafka.TopicTable;
import io.odometer.platform.lifecycle.Closer;
import io.odometer.platform.lifecycle.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Topics, producers, tables and followers keep this on every broker. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
abstract class TopicContract {
  record Thing(String name, int size) {}

  private final Closer closer = new Closer();
  private Topic<Thing> topic = new Topic<>("unset", Thing.class, Retention.COMPACTED);

  abstract KafkaSettings settings();

  @BeforeEach
  final void nameTopic() {
    topic = new Topic<>("things-" + UUID.randomUUID(), Thing.class, Retention.COMPACTED);
  }

  @AfterEach
  final void closeAll() {
    closer.close();
  }

  private JsonProducer producer() {
    return closer.add(new JsonProducer(settings(), "contract"));
  }

  private TopicTable<Thing> table() {
    return closer.add(new TopicTable<>(settings(), topic, "contract"));
  }

  private static void await(String what, BooleanSupplier condition) {
    Instant deadline = Instant.now().plusSeconds(30);
    while (!condition.getAsBoolean()) {
      assertTrue(Instant.now().isBefore(deadline), what);
      Thread.onSpinWait();
    }
  }

  @Test
  void topics_are_made_once_as_their_retention_wants() throws Exception {
    Topic<Thing> week = new Topic<>(topic.name() + ".week", Thing.class, Retention.WEEK);
    Topic<Thing> queue = new Topic<>(topic.name() + ".queue", Thing.class, Retention.QUEUE);
    try (TopicAdmin admin = new TopicAdmin(settings(), "contract")) {
      admin.ensure(List.of(topic, week));
      admin.ensure(List.of(topic, week, queue));
    }
    assertEquals("compact", configured(topic, "cleanup.policy"));
    assertEquals("delete", configured(week, "cleanup.policy"));
    assertEquals("604800000", configured(queue, "retention.ms"));
    assertEquals(settings().partitions(), described(week).partitions().size());
    assertEquals(1, described(queue).partitions().size());
  }

  private String configured(Topic<?> topic, String key) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    try (Admin admin = Admin.create(KafkaClients.admin(settings(), "test"))) {
      Config found =
          Objects.requireNonNull(
              admin.describeConfigs(List.of(resource)).all().get().get(resource));
      return found.get(key).value();
    }
  }

  private TopicDescription described(Topic<?> topic) throws Exception {
    try (Admin admin = Admin.create(KafkaClients.admin(settings(), "test"))) {
      return Objects.requireNonNull(
          admin.describeTopics(List.of(topic.name())).allTopicNames().get().get(topic.name()));
    }
  }

  @Test
  void values_travel_as_json_in_cloud_events() {
    try (Reports sent = new Reports(settings(), topic)) {
      producer().sendAndWait(topic, "a", new Thing("car", 4));
      ConsumerRecord<String, byte[]> message = sent.awaitRecord(one -> one.key().equals("a"));
      assertEquals(Json.tree("{\"name\": \"car\", \"size\": 4}"), Json.tree(message.value()));
      assertEquals("1.0", header(message, "ce_specversion"));
      assertEquals("contract", header(message, "ce_source"));
      assertEquals("io.odometer." + topic.name(), header(message, "ce_type"));
      assertEquals("application/json", header(message, "content-type"));
      assertTrue(Instant.parse(header(message, "ce_time")).isBefore(Instant.now().plusSeconds(1)));
      assertEquals(36, header(message, "ce_id").length());
    }
  }

  private static String header(ConsumerRecord<String, byte[]> message, String name) {
    return new String(message.headers().lastHeader(name).value(), UTF_8);
  }

  @Test
  void a_system_event_travels_under_its_own_id_and_type() {
    String id = UUID.randomUUID().toString();
    Instant time = Instant.parse("2026-01-02T03:04:05Z");
    try (Reports sent = new Reports(settings(), Topics.EVENTS)) {
      producer()
          .publish(
              new SystemEvent(
                  id, "model.rejected", "orchestrator", time, null, "worse", Json.object()))
          .join();
      ConsumerRecord<String, byte[]> message =
          sent.awaitRecord(one -> header(one, "ce_id").equals(id));
      assertEquals("io.odometer.model.rejected", header(message, "ce_type"));
      assertEquals("orchestrator", header(message, "ce_source"));
      assertEquals("2026-01-02T03:04:05Z", header(message, "ce_time"));
    }
  }

  @Test
  void a_value_too_large_for_the_broker_is_a_named_failure() {
    JsonProducer producer = producer();
    OdometerException failure =
        assertThrows(
            OdometerException.class,
            () ->
                producer.sendAndWait(
                    topic, "a", new Thing("x".repeat(KafkaClients.MOST_RECORD_BYTES), 1)));
    assertEquals(Errors.INTERNAL, failure.error());
    assertTrue(failure.reason().contains(topic.name()), failure::reason);
  }

  @Test
  void a_table_holds_the_last_value_of_each_key() {
    JsonProducer producer = producer();
    TopicTable<Thing> early = table();
    early.start();
    assertTrue(early.awaitCaughtUp(Duration.ofSeconds(30)), () -> early.check().toString());
    producer.sendAndWait(topic, "a", new Thing("first", 1));
    producer.sendAndWait(topic, "a", new Thing("second", 2));
    producer.sendAndWait(topic, "b", new Thing("other", 3));
    producer.sendAndWait(topic, "c", new Thing("doomed", 4));
    producer.sendTombstone(topic, "c").join();

    TopicTable<Thing> late = table();
    late.start();
    assertTrue(late.awaitCaughtUp(Duration.ofSeconds(30)), () -> late.check().toString());
    Map<String, Thing> expected = Map.of("a", new Thing("second", 2), "b", new Thing("other", 3));
    assertEquals(expected, late.view());
    await("the early table follows", () -> early.view().equals(expected));
    assertEquals(Optional.empty(), late.get("c"));
    assertEquals(Health.ready(), late.check());
  }

  @Test
  void a_table_tells_of_each_change_after_it_has_it() throws Exception {
    BlockingQueue<String> changes = new LinkedBlockingQueue<>();
    TopicTable<Thing> table = table();
    table.onChange(
        (key, value) -> {
          assertEquals(value, table.get(key));
          changes.add(key + "=" + value.map(Thing::name).orElse("gone"));
        });
    table.start();
    JsonProducer producer = producer();
    producer.sendAndWait(topic, "a", new Thing("one", 1));
    producer.sendTombstone(topic, "a").join();
    assertEquals("a=one", changes.poll(30, TimeUnit.SECONDS));
    assertEquals("a=gone", changes.poll(30, TimeUnit.SECONDS));
  }

  @Test
  void a_table_leaves_out_what_it_cannot_read_and_what_was_never_committed() {
    producer().sendAndWait(topic, "a", new Thing("good", 1));
    try (KafkaProducer<String, byte[]> raw = new KafkaProducer<>(transactional())) {
      raw.initTransactions();
      raw.beginTransaction();
      var _ =
          raw.send(new ProducerRecord<>(topic.name(), "a", Json.bytes(new Thing("aborted", 2))));
      raw.flush();
      raw.abortTransaction();
      raw.beginTransaction();
      var _ = raw.send(new ProducerRecord<>(topic.name(), "a", "not json".getBytes(UTF_8)));
      var _ =
          raw.send(new ProducerRecord<>(topic.name(), "b", Json.bytes(new Thing("committed", 3))));
      raw.commitTransaction();
    }
    TopicTable<Thing> table = table();
    table.start();
    assertTrue(table.awaitCaughtUp(Duration.ofSeconds(30)), () -> table.check().toString());
    assertEquals(Map.of("a", new Thing("good", 1), "b", new Thing("committed", 3)), table.view());
  }

  private Map<String, Object> transactional() {
    Map<String, Object> properties = new HashMap<>(KafkaClients.producer(settings(), "raw"));
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topic.name());
    return properties;
  }

  @Test
  void a_listener_that_fails_does_not_stop_the_table() {
    TopicTable<Thing> table = table();
    table.onChange(
        (_, _) -> {
          throw new IllegalStateException("a listener of a test fails");
        });
    table.start();
    producer().sendAndWait(topic, "a", new Thing("one", 1));
    producer().sendAndWait(topic, "b", new Thing("two", 2));
    await("both arrive", () -> table.view().size() == 2);
  }

  @Test
  void a_follower_hears_only_what_comes_after_it() throws Exception {
    JsonProducer producer = producer();
    producer.sendAndWait(topic, "a", new Thing("before", 1));
    BlockingQueue<Thing> heard = new LinkedBlockingQueue<>();
    TopicFollower<Thing> follower =
        closer.add(
            new TopicFollower<>(settings(), topic, "contract", (_, thing) -> heard.add(thing)));
    follower.start();
    await("the follower is ready", () -> follower.check() instanceof Health.Ready);
    producer.sendAndWait(topic, "a", new Thing("after", 2));
    assertEquals(new Thing("after", 2), heard.poll(30, TimeUnit.SECONDS));
    assertTrue(heard.isEmpty());
  }

  @Test
  void without_a_broker_everything_says_so_and_nothing_hangs() {
    KafkaSettings nowhere = new KafkaSettings("127.0.0.1:1", 1, 1);
    TopicTable<Thing> table = closer.add(new TopicTable<>(nowhere, topic, "contract"));
    table.start();
    assertTrue(table.check() instanceof Health.NotReady);
    try (TopicAdmin admin = new TopicAdmin(nowhere, "contract")) {
      assertTrue(admin.check() instanceof Health.NotReady);
      OdometerException failure =
          assertThrows(OdometerException.class, () -> admin.ensure(List.of(topic)));
      assertEquals(Errors.KAFKA_UNAVAILABLE, failure.error());
    }
    KafkaSettings unresolved = new KafkaSettings("no-such-host.invalid:9092", 1, 1);
    JsonProducer producer = closer.add(new JsonProducer(unresolved, "contract"));
    OdometerException failure =
        assertThrows(
            OdometerException.class, () -> producer.sendAndWait(topic, "a", new Thing("lost", 1)));
    assertEquals(Errors.KAFKA_UNAVAILABLE, failure.error());
  }
}
