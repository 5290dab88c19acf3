// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.publish;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.scoring.PublishInput;
import io.odometer.core.scoring.Published;
import io.odometer.core.scoring.ScoringCounts;
import io.odometer.core.scoring.ScoringObjects;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.PutCondition;
import io.odometer.platform.task.TaskContext;
import io.odometer.platform.task.TaskHandler;
import io.odometer.scorer.plan.Manifests;
import io.odometer.scorer.plan.ScoringManifest;
import io.odometer.scorer.plan.ScoringOrder;
import io.odometer.scorer.plan.ScoringPlan;
import io.odometer.scorer.score.Rejects;
import io.odometer.scorer.score.ScoredRange;
import io.odometer.scorer.score.ScoredRange.Part;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import tools.jackson.databind.JsonNode;

/**
 * The task {@code publish}: one output of all ranges, then the rejects, what is left for
 * monitoring, and at last the manifest. Nothing of it when too many rows were rejected. Safe for
 * use by many threads.
 */
public final class PublishTask implements TaskHandler {
  private static final byte[] REJECTS_HEADER = Rejects.HEADER.getBytes(StandardCharsets.US_ASCII);

  private final ObjectStore store;
  private final InstantSource clock;

  public PublishTask(ObjectStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public JsonNode run(TaskContext context, JsonNode input) {
    PublishInput typed = Json.fromTree(input, PublishInput.class);
    ScoringPlan plan = Json.read(store.read(typed.plan()), ScoringPlan.class);
    ScoringManifest manifest =
        doneByAnother(context, plan.order())
            .orElseGet(() -> publishUnlessDone(context, plan, typed.ranges()));
    removeWork(plan, typed.ranges());
    return Json.toTree(
        new Published(
            manifest.input().key(),
            manifest.output().key(),
            ScoringObjects.manifest(plan.order().project(), manifest.input().key()),
            manifest.counts()));
  }

  /** Another try at the same time may have been faster, and have removed the parts. */
  private ScoringManifest publishUnlessDone(
      TaskContext context, ScoringPlan plan, List<ObjectKey> ranges) {
    try {
      return publish(context, plan, Whole.of(plan, described(ranges)));
    } catch (OdometerException failure) {
      return doneByAnother(context, plan.order()).orElseThrow(() -> failure);
    }
  }

  private List<ScoredRange> described(List<ObjectKey> ranges) {
    return ranges.stream().map(range -> Json.read(store.read(range), ScoredRange.class)).toList();
  }

  /** A try that died after it had published and before it could say so, or one at the same time. */
  private Optional<ScoringManifest> doneByAnother(TaskContext context, ScoringOrder order) {
    return Manifests.find(store, order)
        .filter(done -> done.execution().equals(context.execution()) && done.answers(order));
  }

  private ScoringManifest publish(TaskContext context, ScoringPlan plan, Whole whole) {
    requireFewRejects(plan.order(), whole);
    Publication publication = new Publication(store, plan.order());
    Stored output = publication.output(plan, whole.outputs());
    Optional<Stored> rejects = publication.rejects(rejects(context, whole));
    Optional<ObjectKey> capture = publication.capture(whole.parts(ScoredRange::capture), context);
    ScoringManifest manifest = manifest(context, plan, whole, output, rejects, capture);
    publication.manifest(Json.bytes(manifest));
    if (rejects.isEmpty()) {
      publication.removeOldRejects();
    }
    return manifest;
  }

  /** With a header before them, if there are any. */
  private List<Part> rejects(TaskContext context, Whole whole) {
    List<Part> rejects = new ArrayList<>(whole.parts(ScoredRange::rejects));
    if (!rejects.isEmpty()) {
      ObjectKey key = context.folder().child("rejects-header");
      CRC32C checksum = new CRC32C();
      checksum.update(REJECTS_HEADER);
      Stored header =
          new Stored(
              store.put(key, REJECTS_HEADER, new PutCondition.Always()), checksum.getValue());
      rejects.addFirst(new Part(header.object(), header.checksum()));
    }
    return rejects;
  }

  private ScoringManifest manifest(
      TaskContext context,
      ScoringPlan plan,
      Whole whole,
      Stored output,
      Optional<Stored> rejects,
      Optional<ObjectKey> capture) {
    ScoringOrder order = plan.order();
    return new ScoringManifest(
        whole.counts(),
        whole.reasons().counts(),
        ScoringManifest.versions(order.endpoint()),
        order.endpoint().rule(),
        order.settings(),
        order.input(),
        order.job(),
        output.object(),
        rejects.map(Stored::object).orElse(null),
        capture.orElse(null),
        new ScoringManifest.Checksums(
            ScoringManifest.Checksums.ALGORITHM,
            Stored.hex(plan.inputChecksum()),
            output.hex(),
            rejects.map(Stored::hex).orElse(null)),
        timings(context.executionStartedAt(), clock.instant(), whole.counts()),
        context.execution());
  }

  private static void requireFewRejects(ScoringOrder order, Whole whole) {
    ScoringCounts counts = whole.counts();
    double most = order.settings().maxRejectRate();
    if (counts.rejectRate() > most) {
      throw new OdometerException(
          Errors.SCORING_TOO_MANY_REJECTS,
          "%s: %,d of %,d rows were rejected, more than maxRejectRate %s allows, so nothing was published; reasons: %s; the first of them in %s"
              .formatted(
                  order.input().key(),
                  counts.rejects(),
                  counts.rowsIn(),
                  most,
                  whole.reasons().counts(),
                  whole.parts(ScoredRange::rejects).stream()
                      .map(part -> part.object().key())
                      .findFirst()
                      .orElseThrow()));
    }
  }

  private static ScoringManifest.Timings timings(
      Instant startedAt, Instant now, ScoringCounts counts) {
    double seconds = Math.max(1, Duration.between(startedAt, now).toMillis()) / 1000.0;
    return new ScoringManifest.Timings(
        startedAt, now, seconds, Math.round(counts.rowsIn() / seconds));
  }

  /** The parts are in the published objects now, and may be as large as these. */
  private void removeWork(ScoringPlan plan, List<ObjectKey> ranges) {
    ranges.stream().map(ScoredRange::objects).flatMap(List::stream).forEach(store::delete);
    ObjectKey source = plan.source().object().key();
    if (!source.equals(plan.order().input().key())) {
      store.delete(source);
    }
  }
}
