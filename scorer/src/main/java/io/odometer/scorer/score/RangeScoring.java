// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.score;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.scoring.ScoringCounts;
import io.odometer.scorer.record.Block;
import io.odometer.scorer.record.BlockReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The blocks of a range, scored on several threads at once and handed on in order. At most as many
 * are under way as given, whatever the size of the range. For one thread.
 */
final class RangeScoring {
  /** Bytes of a block. */
  static final int BLOCK = 1 << 17;

  private final Executor threads;
  private final int mostUnderWay;
  private final Supplier<BlockScorer> maker;
  private final ConcurrentLinkedQueue<BlockScorer> idle = new ConcurrentLinkedQueue<>();
  private final Deque<CompletableFuture<ScoredBlock>> underWay = new ArrayDeque<>();
  private ScoringCounts counts = ScoringCounts.NONE;

  /**
   * @param threads where blocks are scored
   */
  RangeScoring(Executor threads, int mostUnderWay, Supplier<BlockScorer> maker) {
    this.threads = threads;
    this.mostUnderWay = mostUnderWay;
    this.maker = maker;
  }

  /**
   * @param results takes each scored block, in order, on this thread
   */
  ScoringCounts run(BlockReader blocks, Consumer<ScoredBlock> results) throws IOException {
    try {
      for (Block block = blocks.next(); block != null; block = blocks.next()) {
        if (underWay.size() == mostUnderWay) {
          hand(underWay.removeFirst(), results);
        }
        Block next = block;
        underWay.addLast(CompletableFuture.supplyAsync(() -> score(next), threads));
      }
      while (!underWay.isEmpty()) {
        hand(underWay.removeFirst(), results);
      }
      return counts;
    } finally {
      underWay.forEach(block -> block.cancel(false));
    }
  }

  private ScoredBlock score(Block block) {
    BlockScorer taken = idle.poll();
    BlockScorer scorer = taken == null ? maker.get() : taken;
    ScoredBlock scored = scorer.score(block);
    idle.add(scorer);
    return scored;
  }

  private void hand(CompletableFuture<ScoredBlock> block, Consumer<ScoredBlock> results) {
    try {
      ScoredBlock scored = block.join();
      counts = counts.plus(scored.counts());
      results.accept(scored);
    } catch (CompletionException failed) {
      switch (failed.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        case null, default ->
            throw new OdometerException(Errors.INTERNAL, "a block was not scored", failed);
      }
    }
  }
}
