// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.retention;

import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import java.util.ArrayList;
import java.util.List;

/** Removes a bounded number of objects, none while they are still being listed. One thread. */
final class Removal {
  private final ObjectStore store;
  private final int most;
  private final List<ObjectKey> waiting = new ArrayList<>();
  private long removed;
  private long left;

  Removal(ObjectStore store, int most) {
    this.store = store;
    this.most = most;
  }

  void add(ObjectInfo object) {
    if (removed + waiting.size() < most) {
      waiting.add(object.key());
    } else {
      left++;
    }
  }

  void finish() {
    waiting.forEach(store::delete);
    removed += waiting.size();
    waiting.clear();
  }

  long removed() {
    return removed;
  }

  long left() {
    return left;
  }
}
