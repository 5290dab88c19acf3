// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The threads that score blocks, shared by all tasks, so that cores are never fought over. */
final class ScoringThreads implements AutoCloseable {
  private final ExecutorService threads;

  ScoringThreads(int count) {
    threads =
        Executors.newFixedThreadPool(
            count, Thread.ofPlatform().daemon().name("scoring-", 0).factory());
  }

  Executor executor() {
    return threads;
  }

  @Override
  public void close() {
    // What is queued is short, and somebody waits for it.
    threads.shutdown();
  }
}
