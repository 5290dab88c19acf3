// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

/** Runs several things at once. */
final class Together {
  private Together() {}

  /** Returns when all have ended; throws the first failure with the others suppressed. */
  static void run(List<Runnable> things) {
    try (var threads = Executors.newFixedThreadPool(things.size())) {
      var running =
          things.stream().map(thing -> CompletableFuture.runAsync(thing, threads)).toList();
      CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }
}
