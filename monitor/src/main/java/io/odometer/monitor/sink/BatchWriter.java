// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.sink;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.PutCondition;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/**
 * Writes batches so that each record gets into the bucket once, wherever one dies: first the range
 * is declared, then its objects are written, then the offset moves. Whoever comes after a death
 * between the first and the last writes the declared range again, to the same objects.
 */
final class BatchWriter {
  private final Consumer<String, byte[]> consumer;
  private final ObjectStore store;
  private final SinkMetrics metrics;
  private boolean bucketThere;

  BatchWriter(Consumer<String, byte[]> consumer, ObjectStore store, SinkMetrics metrics) {
    this.consumer = consumer;
    this.store = store;
    this.metrics = metrics;
  }

  /**
   * Does what is left to be done for the batch under way; can be called again after a failure.
   *
   * @throws io.odometer.core.error.OdometerException from the store
   * @throws org.apache.kafka.common.KafkaException when an offset is not committed
   */
  void write(PartitionSink sink) {
    Batch batch = sink.batch();
    Intent intent = sink.intent().orElseGet(() -> declare(sink));
    Map<ObjectKey, byte[]> objects = CaptureObjects.of(batch, intent);
    ensureBucket();
    objects.forEach(this::put);
    long next = Math.max(batch.first(), intent.last() + 1);
    commit(sink, next, Intent.NONE);
    sink.written(next);
    metrics.written(objects.size(), batch.lines().size());
  }

  /** What is there by that name has the same bytes, and a new time would tell nobody anything. */
  private void put(ObjectKey key, byte[] content) {
    try {
      store.put(key, content, new PutCondition.IfAbsent());
    } catch (OdometerException failure) {
      if (!failure.error().equals(Errors.STORE_PRECONDITION)) {
        throw failure;
      }
    }
  }

  private Intent declare(PartitionSink sink) {
    Intent intent = new Intent(sink.batch().last());
    commit(sink, sink.batch().first(), intent.metadata());
    sink.declared(intent);
    return intent;
  }

  private void commit(PartitionSink sink, long offset, String metadata) {
    consumer.commitSync(Map.of(sink.partition(), new OffsetAndMetadata(offset, metadata)));
  }

  private void ensureBucket() {
    if (!bucketThere) {
      store.ensureBucket(Buckets.CAPTURE);
      bucketThere = true;
    }
  }
}
