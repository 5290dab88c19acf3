// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.baseline;

import io.odometer.core.json.Json;
import io.odometer.core.monitoring.Baseline;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.PutCondition;
import java.util.ArrayList;
import java.util.List;

/** Collects the files of a baseline; each is the same on every try. */
final class BaselineFolder {
  private final ObjectStore store;
  private final ObjectKey folder;
  private final List<String> files = new ArrayList<>();

  BaselineFolder(ObjectStore store, ObjectKey folder) {
    this.store = store;
    this.folder = folder;
  }

  void put(String name, Object content) {
    store.put(folder.child(name), Json.bytes(content), new PutCondition.Always());
    files.add(name);
  }

  Baseline baseline() {
    return new Baseline(folder, files);
  }
}
