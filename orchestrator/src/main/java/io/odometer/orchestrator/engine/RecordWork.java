// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.engine;

import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * What a processor does once its context and stores are there. A failure that would come again must
 * not leave it; a failure of Kafka must.
 */
@FunctionalInterface
interface RecordWork {
  void process(Record<String, byte[]> record);

  static ProcessorSupplier<String, byte[], String, Outgoing> supplier(
      Function<ProcessorContext<String, Outgoing>, RecordWork> builder) {
    return () -> new Bound(builder);
  }

  /** Builds the work when Kafka Streams hands in the context. */
  final class Bound implements Processor<String, byte[], String, Outgoing> {
    private final Function<ProcessorContext<String, Outgoing>, RecordWork> builder;
    private @Nullable RecordWork work;

    private Bound(Function<ProcessorContext<String, Outgoing>, RecordWork> builder) {
      this.builder = builder;
    }

    @Override
    public void init(ProcessorContext<String, Outgoing> context) {
      work = builder.apply(context);
    }

    @Override
    public void process(Record<String, byte[]> record) {
      if (work == null) {
        throw new IllegalStateException("not initialised");
      }
      work.process(record);
    }
  }
}
