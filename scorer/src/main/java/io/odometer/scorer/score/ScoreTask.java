// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.score;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.scoring.ScoreInput;
import io.odometer.core.scoring.ScoringCounts;
import io.odometer.core.scoring.ScoringRange;
import io.odometer.core.serving.ServingEndpoint;
import io.odometer.core.store.ObjectContent;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.PutCondition;
import io.odometer.platform.task.TaskContext;
import io.odometer.platform.task.TaskHandler;
import io.odometer.scorer.plan.Champions;
import io.odometer.scorer.plan.InputObjects;
import io.odometer.scorer.plan.ScoringPlan;
import io.odometer.scorer.record.BlockReader;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import tools.jackson.databind.JsonNode;

/**
 * The task {@code score}: the rows of one range, in order, to objects in the work bucket, and a
 * {@link ScoredRange} that describes them, whose key is the output. Memory is bounded by the number
 * of blocks under way. Safe for use by many threads.
 */
public final class ScoreTask implements TaskHandler {
  private final ObjectStore store;
  private final Champions champions;
  private final Executor threads;
  private final int blocksUnderWay;
  private final LongSupplier nanoTime;

  /**
   * @param threads where blocks are scored; several tasks may share them
   */
  public ScoreTask(
      ObjectStore store,
      Champions champions,
      Executor threads,
      int blocksUnderWay,
      LongSupplier nanoTime) {
    this.store = store;
    this.champions = champions;
    this.threads = threads;
    this.blocksUnderWay = blocksUnderWay;
    this.nanoTime = nanoTime;
  }

  @Override
  public JsonNode run(TaskContext context, JsonNode input) {
    ScoreInput typed = Json.fromTree(input, ScoreInput.class);
    ScoringPlan plan = Json.read(store.read(typed.plan()), ScoringPlan.class);
    ScoredRange scored =
        InputObjects.naming(plan.order().input(), () -> score(context, plan, typed.range()));
    ObjectKey key = context.folder().child(ScoredRange.DESCRIPTION);
    store.put(key, Json.bytes(scored), new PutCondition.Always());
    return Json.toTree(key);
  }

  private ScoredRange score(TaskContext context, ScoringPlan plan, ScoringRange range) {
    ServingEndpoint serving = champions.get(plan.order().endpoint());
    RowScoring scoring =
        new RowScoring(plan, serving, context.execution(), context.executionStartedAt());
    return score(context, plan, range, scoring);
  }

  private ScoredRange score(
      TaskContext context, ScoringPlan plan, ScoringRange range, RowScoring scoring) {
    Reasons reasons = new Reasons();
    RangeProgress progress = new RangeProgress(context, range.length(), nanoTime);
    try (PartWriter output = new PartWriter(store, context.folder().child(ScoredRange.OUTPUT));
        PartWriter rejects = new PartWriter(store, context.folder().child(ScoredRange.REJECTS));
        PartWriter capture = new PartWriter(store, context.folder().child(ScoredRange.CAPTURE))) {
      if (range.index() == 0) {
        output.write(scoring.header());
      }
      ScoringCounts counts =
          read(
              plan,
              range,
              scoring,
              progress,
              block -> {
                output.write(block.output());
                rejects.write(block.rejects());
                capture.write(block.capture());
                reasons.addAll(block.reasons());
                progress.rows(block.counts().rowsIn());
              });
      return new ScoredRange(
          range.index(), counts, output.finish(), rejects.finish(), capture.finish(), reasons);
    }
  }

  private ScoringCounts read(
      ScoringPlan plan,
      ScoringRange range,
      RowScoring scoring,
      RangeProgress progress,
      Consumer<ScoredBlock> results) {
    try (ObjectContent content = InputObjects.range(store, plan.source().object(), range)) {
      BlockReader blocks =
          new BlockReader(
              progress.counting(content.stream()),
              plan.source().scanner().startingAt(range.line()),
              RangeScoring.BLOCK,
              InputObjects.LONGEST_RECORD);
      ScoringCounts counts =
          new RangeScoring(threads, blocksUnderWay, scoring::scorer).run(blocks, results);
      progress.requireWhole(plan.source().object().key());
      return counts;
    } catch (IOException broken) {
      throw new OdometerException(
          Errors.STORE_UNAVAILABLE,
          "reading " + plan.source().object().key() + " broke off",
          broken);
    }
  }
}
