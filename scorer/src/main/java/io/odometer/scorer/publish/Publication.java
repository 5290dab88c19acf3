// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.publish;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.scoring.ScoringObjects;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.PutCondition;
import io.odometer.platform.task.TaskContext;
import io.odometer.scorer.parquet.Columns;
import io.odometer.scorer.plan.InputObjects;
import io.odometer.scorer.plan.Manifests;
import io.odometer.scorer.plan.ScoringOrder;
import io.odometer.scorer.plan.ScoringPlan;
import io.odometer.scorer.score.OutputColumns;
import io.odometer.scorer.score.ScoredRange.Part;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The objects of one file, each of which appears whole. What lay there before is replaced only
 * while the input is still the one that was scored: of two executions about one name the one with
 * the newer input wins, whichever is slower.
 */
final class Publication {
  /** SageMaker's layout of captured data. */
  private static final DateTimeFormatter CAPTURE =
      DateTimeFormatter.ofPattern("yyyy/MM/dd/HH/mm-ss-SSS-").withZone(ZoneOffset.UTC);

  private final ObjectStore store;
  private final ScoringOrder order;
  private final PutCondition outputUnchanged;
  private final PutCondition rejectsUnchanged;
  private final PutCondition manifestUnchanged;

  Publication(ObjectStore store, ScoringOrder order) {
    this.store = store;
    this.order = order;
    this.outputUnchanged = unchanged(outputKey());
    this.rejectsUnchanged = unchanged(rejectsKey());
    this.manifestUnchanged = unchanged(manifestKey());
    requireOurName();
    InputObjects.requireCurrent(store, order.input());
    InputObjects.requireSame(store, ScoringObjects.job(order.input().key()), order.job());
  }

  private PutCondition unchanged(ObjectKey key) {
    return store
        .find(key)
        .<PutCondition>map(found -> new PutCondition.IfMatch(found.etag()))
        .orElseGet(PutCondition.IfAbsent::new);
  }

  /** {@code in/data/a.csv} and the {@code data/a.csv} of a manifest would have one output. */
  private void requireOurName() {
    Manifests.find(store, order)
        .filter(other -> !other.input().key().equals(order.input().key()))
        .ifPresent(
            other -> {
              throw new OdometerException(
                  Errors.SCORING_NAME_TAKEN,
                  "%s: %s is the output of %s; rename one of the two"
                      .formatted(order.input().key(), outputKey(), other.input().key()));
            });
  }

  private ObjectKey outputKey() {
    return ScoringObjects.output(order.project(), order.input().key());
  }

  private ObjectKey rejectsKey() {
    return ScoringObjects.rejects(order.project(), order.input().key());
  }

  private ObjectKey manifestKey() {
    return ScoringObjects.manifest(order.project(), order.input().key());
  }

  /** The scored rows, in the file's own format. */
  Stored output(ScoringPlan plan, List<Part> parts) {
    Columns input = plan.parquet();
    if (input == null) {
      ObjectInfo joined = store.join(infos(parts), outputKey(), outputUnchanged);
      return new Stored(joined, Whole.checksum(parts));
    }
    Columns columns = OutputColumns.of(plan, input);
    try (ParquetOutput output =
        new ParquetOutput(store, parts, columns, order.input().key().toString())) {
      return new Stored(
          store.putFile(outputKey(), output.file(), outputUnchanged), output.checksum());
    }
  }

  /** Nothing where no row was rejected. */
  Optional<Stored> rejects(List<Part> parts) {
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    ObjectInfo joined = store.join(infos(parts), rejectsKey(), rejectsUnchanged);
    return Optional.of(new Stored(joined, Whole.checksum(parts)));
  }

  /** What an earlier run left, unless a later one has put its own there by now. */
  void removeOldRejects() {
    if (rejectsUnchanged instanceof PutCondition.IfMatch(String etag)) {
      store
          .find(rejectsKey())
          .filter(found -> found.etag().equals(etag))
          .ifPresent(found -> store.delete(found.key()));
    }
  }

  /** What is left for monitoring, if anything is. */
  Optional<ObjectKey> capture(List<Part> parts, TaskContext context) {
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    ObjectKey key = captureKey(context);
    store.join(infos(parts), key, new PutCondition.Always());
    return Optional.of(key);
  }

  private ObjectKey captureKey(TaskContext context) {
    String name = context.execution() + "/" + order.input().key();
    return new ObjectKey(
        Buckets.CAPTURE,
        "%s/batch/%s%s.jsonl"
            .formatted(
                order.project(),
                CAPTURE.format(context.executionStartedAt()),
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))));
  }

  void manifest(byte[] content) {
    store.put(manifestKey(), content, manifestUnchanged);
  }

  private static List<ObjectInfo> infos(List<Part> parts) {
    return parts.stream()
        .map(Part::object)
        .map(object -> new ObjectInfo(object.key(), object.etag(), object.size(), Instant.EPOCH))
        .toList();
  }
}
