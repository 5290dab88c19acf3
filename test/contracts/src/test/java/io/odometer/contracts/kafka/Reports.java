// SPDX-License-Identifier: Apache-2.0
package io.odometer.contracts.kafka;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.json.Json;
import io.odometer.core.message.Topic;
import io.odometer.core.message.Topics;
import io.odometer.core.task.TaskReport;
import io.odometer.platform.kafka.KafkaClients;
import io.odometer.platform.kafka.KafkaSettings;
import io.odometer.platform.kafka.TopicAdmin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads a topic from its beginning, until what is looked for has come. */
final class Reports implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(40);

  private final KafkaConsumer<String, byte[]> consumer;
  private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

  Reports(KafkaSettings settings, Topic<?> topic) {
    try (TopicAdmin admin = new TopicAdmin(settings, "test")) {
      admin.ensure(List.of(topic));
    }
    consumer = new KafkaConsumer<>(KafkaClients.consumer(settings, "test-reports"));
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.name()).stream()
            .map(found -> new TopicPartition(found.topic(), found.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  static Reports ofTasks(KafkaSettings settings) {
    return new Reports(settings, Topics.TASK_RESULTS);
  }

  ConsumerRecord<String, byte[]> awaitRecord(Predicate<ConsumerRecord<String, byte[]>> wanted) {
    Instant deadline = Instant.now().plus(LIMIT);
    while (Instant.now().isBefore(deadline)) {
      for (ConsumerRecord<String, byte[]> one : seen) {
        if (wanted.test(one)) {
          return one;
        }
      }
      consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
    }
    throw new AssertionError("not seen within %s among %d".formatted(LIMIT, seen.size()));
  }

  /** The report that ends a task. */
  TaskReport awaitEnd(ExecutionId execution, String taskId) {
    return report(
        awaitRecord(
            one -> {
              TaskReport report = report(one);
              return report.execution().equals(execution)
                  && report.taskId().equals(taskId)
                  && !(report instanceof TaskReport.Heartbeat);
            }));
  }

  /** All that was reported of an execution so far. */
  List<TaskReport> of(ExecutionId execution) {
    consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
    return seen.stream()
        .map(Reports::report)
        .filter(report -> report.execution().equals(execution))
        .toList();
  }

  private static TaskReport report(ConsumerRecord<String, byte[]> one) {
    return Json.read(one.value(), TaskReport.class);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
