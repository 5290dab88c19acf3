// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.prepare;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.scoring.PrepareInput;
import io.odometer.core.scoring.Prepared;
import io.odometer.core.serving.ServingEndpoint;
import io.odometer.core.store.Digests;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.PutCondition;
import io.odometer.core.training.ObjectVersion;
import io.odometer.platform.task.TaskContext;
import io.odometer.platform.task.TaskHandler;
import io.odometer.scorer.plan.Champions;
import io.odometer.scorer.plan.CsvLayout;
import io.odometer.scorer.plan.InputObjects;
import io.odometer.scorer.plan.Manifests;
import io.odometer.scorer.plan.ScoringOrder;
import io.odometer.scorer.plan.ScoringPlan;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The task {@code preprocess}: looks at one file, says how it is scored and where it is cut. What
 * these versions have scored before, under the same settings, is not scored again. Safe for use by
 * many threads.
 */
public final class PreprocessTask implements TaskHandler {
  private final ObjectStore store;
  private final Champions champions;
  private final long rangeBytes;

  /**
   * @param rangeBytes size of a range; a smaller file is one range
   */
  public PreprocessTask(ObjectStore store, Champions champions, long rangeBytes) {
    this.store = store;
    this.champions = champions;
    this.rangeBytes = rangeBytes;
  }

  @Override
  public JsonNode run(TaskContext context, JsonNode input) {
    PrepareInput typed = Json.fromTree(input, PrepareInput.class);
    ObjectVersion file = typed.object().known();
    return Json.toTree(InputObjects.naming(file, () -> prepare(context, typed, file)));
  }

  private Prepared prepare(TaskContext context, PrepareInput input, ObjectVersion file) {
    JobFile job = JobFile.beside(store, file.key(), input.project().scoring());
    ScoringOrder order =
        new ScoringOrder(
            input.project().name(), file, job.object(), input.endpoint(), job.settings());
    if (!input.again() && isDone(order)) {
      return new Prepared(Prepared.ALREADY_SCORED, context.folder(), List.of());
    }
    ServingEndpoint serving = champions.get(input.endpoint());
    PreparedText text = text(context, serving, file);
    if (!text.source().json()) {
      CsvLayout.of(text.source(), job.settings().inputFilter(), serving.fields());
    }
    ScoringPlan plan =
        new ScoringPlan(
            order,
            text.checksum(),
            text.source(),
            text.rows(),
            text.ranges().size(),
            text.columns());
    ObjectKey planKey = keep(context, plan);
    // Those that wait for their turn are in no other place where people could see them.
    context.progress(Json.object().put("rows", text.rows()).put("ranges", text.ranges().size()));
    return new Prepared(Prepared.READY, planKey, text.ranges());
  }

  /** Under a name of its own: of two tries at once each leaves the plan that it tells of. */
  private ObjectKey keep(TaskContext context, ScoringPlan plan) {
    byte[] content = Json.bytes(plan);
    String name = "plan-%s.json".formatted(Digests.sha256(content).substring(0, 16));
    return store.put(context.folder().child(name), content, new PutCondition.Always()).key();
  }

  /** And nobody has removed or replaced what was published. */
  private boolean isDone(ScoringOrder order) {
    return Manifests.find(store, order)
        .filter(done -> done.answers(order))
        .filter(done -> isThere(done.output()))
        .filter(done -> done.rejects() == null || isThere(done.rejects()))
        .isPresent();
  }

  private boolean isThere(ObjectVersion object) {
    return store.find(object.key()).filter(found -> found.etag().equals(object.etag())).isPresent();
  }

  private PreparedText text(TaskContext context, ServingEndpoint serving, ObjectVersion file) {
    FilePreparation preparation =
        new FilePreparation(
            store,
            serving.fields(),
            rangeBytes,
            read -> context.progress(Json.object().put("bytes", read)));
    try {
      return preparation.prepare(file, context.folder().child("source"));
    } catch (IOException broken) {
      throw new OdometerException(
          Errors.STORE_UNAVAILABLE, "reading " + file.key() + " broke off", broken);
    }
  }
}
