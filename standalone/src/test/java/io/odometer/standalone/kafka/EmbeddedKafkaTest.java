// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.standalone.ChildProcess;
import io.odometer.standalone.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class EmbeddedKafkaTest {
  private static final String TOPIC = "things";
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir private Path folder;

  @Test
  void records_are_there_again_after_a_restart_on_another_port() throws Exception {
    try (var kafka = started()) {
      makeTopic(kafka);
      send(kafka, "first", Map.of());
    }
    try (var kafka = started()) {
      send(kafka, "second", Map.of());
      assertEquals(List.of("first", "second"), read(kafka, 2));
    }
  }

  @Test
  void records_survive_a_killed_process() throws Exception {
    int port = Ports.free();
    try (var child = new ChildProcess(KafkaChild.class, folder.toString(), "" + port)) {
      child.await("started");
      var kafka = new EmbeddedKafka(folder, port);
      makeTopic(kafka);
      send(kafka, "before the kill", Map.of());
      child.kill();
    }
    try (var kafka = started()) {
      send(kafka, "after it", Map.of());
      assertEquals(List.of("before the kill", "after it"), read(kafka, 2));
    }
  }

  @Test
  void transactions_and_share_groups_work() throws Exception {
    try (var kafka = started()) {
      makeTopic(kafka);
      send(kafka, "a task", Map.of("transactional.id", "one"));
      assertEquals(Optional.of("a task"), takeFromShareGroup(kafka));
    }
  }

  @Test
  void a_port_in_use_is_named() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral(Ports.HOST));
        var kafka = new EmbeddedKafka(folder, taken.getLocalPort())) {
      var failure = assertThrows(OdometerException.class, kafka::start);
      assertEquals(Errors.PORT_IN_USE, failure.error());
      assertTrue(failure.reason().contains("port " + taken.getLocalPort()), failure.reason());
    }
  }

  private EmbeddedKafka started() {
    var kafka = new EmbeddedKafka(folder, Ports.free());
    kafka.start();
    return kafka;
  }

  private static void makeTopic(EmbeddedKafka kafka) throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
    }
  }

  private static void send(EmbeddedKafka kafka, String value, Map<String, Object> more)
      throws Exception {
    Map<String, Object> settings = new java.util.HashMap<>(more);
    settings.put("bootstrap.servers", kafka.bootstrapServers());
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      boolean transactional = more.containsKey("transactional.id");
      if (transactional) {
        producer.initTransactions();
        producer.beginTransaction();
      }
      producer.send(new ProducerRecord<>(TOPIC, value)).get();
      if (transactional) {
        producer.commitTransaction();
      }
    }
  }

  private static List<String> read(EmbeddedKafka kafka, int count) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers", kafka.bootstrapServers(),
                "group.id", "readers",
                "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.subscribe(List.of(TOPIC));
      return gather(count, () -> consumer.poll(Duration.ofMillis(200)));
    }
  }

  private static Optional<String> takeFromShareGroup(EmbeddedKafka kafka) throws Exception {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", kafka.bootstrapServers(), "group.id", "workers");
    try (var admin = Admin.create(settings);
        var consumer =
            new KafkaShareConsumer<>(
                settings, new StringDeserializer(), new StringDeserializer())) {
      var group = new ConfigResource(ConfigResource.Type.GROUP, "workers");
      admin
          .incrementalAlterConfigs(
              Map.of(group, List.of(set("share.auto.offset.reset", "earliest"))))
          .all()
          .get();
      consumer.subscribe(List.of(TOPIC));
      return gather(1, () -> consumer.poll(Duration.ofMillis(200))).stream().findFirst();
    }
  }

  private static AlterConfigOp set(String name, String value) {
    return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
  }

  private static List<String> gather(int count, Supplier<ConsumerRecords<String, String>> poll) {
    List<String> values = new ArrayList<>();
    long end = System.nanoTime() + LIMIT.toNanos();
    while (values.size() < count && System.nanoTime() < end) {
      poll.get().forEach(record -> values.add(record.value()));
    }
    return values;
  }
}
