// SPDX-License-Identifier: Apache-2.0
package io.odometer.endtoend;

import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Looks at a key all the time and notes every version that it sees there. */
final class OutputWatch implements AutoCloseable {
  private final Set<String> etags = ConcurrentHashMap.newKeySet();
  private final Thread watcher;
  private volatile boolean over;

  OutputWatch(ObjectStore store, ObjectKey key) {
    watcher =
        Thread.ofPlatform().daemon().name("watch-" + key.name()).start(() -> watch(store, key));
  }

  private void watch(ObjectStore store, ObjectKey key) {
    while (!over) {
      store.find(key).map(ObjectInfo::etag).ifPresent(etags::add);
      Await.pause();
    }
  }

  Set<String> etags() {
    return Set.copyOf(etags);
  }

  @Override
  public void close() {
    over = true;
    try {
      watcher.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
