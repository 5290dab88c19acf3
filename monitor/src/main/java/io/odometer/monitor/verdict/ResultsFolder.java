// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.verdict;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.PutCondition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Publishes the results of a run, each once: what an earlier try left stays as it is. */
final class ResultsFolder {
  private static final PutCondition ONCE = new PutCondition.IfAbsent();

  /** What the task told the workflow. */
  private static final String OUTPUT = "result.json";

  private final ObjectStore store;
  private final ObjectKey folder;

  ResultsFolder(ObjectStore store, ObjectKey folder) {
    this.store = store;
    this.folder = folder;
  }

  void put(String name, byte[] content) {
    once(() -> store.put(folder.child(name), content, ONCE));
  }

  /** Inside the store; nothing where there is nothing. */
  void copy(@Nullable ObjectKey source, String name) {
    if (source != null) {
      store.find(source).ifPresent(found -> copy(found, name));
    }
  }

  private void copy(ObjectInfo source, String name) {
    if (store.find(folder.child(name)).isEmpty()) {
      once(() -> store.join(List.of(source), folder.child(name), ONCE));
    }
  }

  /** All that a task left in its folder for people. */
  void copyAll(@Nullable ObjectKey source, String name) {
    if (source != null) {
      int start = source.path().length() + 1;
      store
          .list(source.bucket(), source.path() + "/")
          .filter(found -> !found.key().equals(source.child(OUTPUT)))
          .forEach(found -> copy(found, name + "/" + found.key().path().substring(start)));
    }
  }

  byte[] read(String name) {
    return store.read(folder.child(name));
  }

  ObjectKey key(String name) {
    return folder.child(name);
  }

  private static void once(Runnable write) {
    try {
      write.run();
    } catch (OdometerException failure) {
      if (!failure.error().equals(Errors.STORE_PRECONDITION)) {
        throw failure;
      }
    }
  }
}
