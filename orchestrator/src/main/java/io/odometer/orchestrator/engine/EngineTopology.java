// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import io.odometer.core.message.Topic;
import io.odometer.core.message.Topics;
import io.odometer.orchestrator.project.ObjectEventParser;
import io.odometer.platform.kafka.KafkaClients;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.TopicNameExtractor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Three processors that speak through topics:
 *
 * <pre>
 * object-events ─→ [objects] ─→ project-events ─→ [projects] ─→ workflow-commands ─→ [executions]
 *                                     ↑                └→ projects, models, endpoints      │
 *                                     └── execution ended, tasks of the registry ──────────┤
 *                                             tasks.*, executions, execution-history  ←────┘
 * </pre>
 */
final class EngineTopology {
  private static final TopicNameExtractor<String, Outgoing> BY_VALUE =
      (key, value, context) -> value.topic();
  private static final Serializer<Outgoing> VALUE = (topic, outgoing) -> outgoing.value();

  private final Topology topology = new Topology();

  private EngineTopology() {}

  static Topology of(Workflows workflows, ObjectEventParser parser, Skips skips) {
    EngineTopology engine = new EngineTopology();
    engine.add(
        "objects",
        RecordWork.supplier(context -> new ObjectEventShell(context, parser, skips)),
        Topics.OBJECT_EVENTS);
    engine.add(
        "projects",
        RecordWork.supplier(context -> new ProjectShell(context, skips)),
        EngineTopics.PROJECT_EVENTS);
    engine.add(
        "executions",
        RecordWork.supplier(context -> new ExecutionShell(context, workflows, skips)),
        EngineTopics.WORKFLOW_COMMANDS,
        Topics.TASK_RESULTS);
    engine.topology.addStateStore(store(ProjectShell.STORE), "projects");
    engine.topology.addStateStore(store(ScoringShell.STORE), "projects");
    engine.topology.addStateStore(store(ExecutionShell.STORE), "executions");
    engine.topology.addStateStore(store(FinishedExecutions.STORE), "executions");
    return engine.topology;
  }

  private void add(
      String name,
      ProcessorSupplier<String, byte[], String, Outgoing> processor,
      Topic<?>... sources) {
    String source = name + "-in";
    topology.addSource(
        source,
        new StringDeserializer(),
        new ByteArrayDeserializer(),
        Arrays.stream(sources).map(Topic::name).toArray(String[]::new));
    topology.addProcessor(name, processor, source);
    topology.addSink(name + "-out", BY_VALUE, new StringSerializer(), VALUE, name);
  }

  private static StoreBuilder<KeyValueStore<String, byte[]>> store(String name) {
    return Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
        .withLoggingEnabled(
            Map.of(
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                Integer.toString(KafkaClients.MOST_RECORD_BYTES)))
        .withCachingDisabled();
  }
}
