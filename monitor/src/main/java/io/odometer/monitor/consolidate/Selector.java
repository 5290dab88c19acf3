// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.consolidate;

import io.odometer.core.store.ObjectInfo;
import io.odometer.monitor.ledger.SeenObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.function.Predicate;

/** Picks the oldest of what is new from listings, however long those are. For one thread. */
final class Selector {
  private static final Comparator<ObjectInfo> OLDEST_FIRST =
      Comparator.comparing(ObjectInfo::modifiedAt).thenComparing(info -> info.key().path());

  private final ConsolidateLimits limits;
  private final Function<ObjectInfo, SeenObject> ids;
  private final PriorityQueue<ObjectInfo> oldest = new PriorityQueue<>(OLDEST_FIRST.reversed());
  private final List<SeenObject> known = new ArrayList<>();
  private long left;

  /**
   * @param ids what an object is known by
   */
  Selector(ConsolidateLimits limits, Function<ObjectInfo, SeenObject> ids) {
    this.limits = limits;
    this.ids = ids;
  }

  SeenObject seen(ObjectInfo object) {
    return ids.apply(object);
  }

  void offer(ObjectInfo object, Predicate<String> isSeen) {
    SeenObject seen = seen(object);
    if (isSeen.test(seen.id())) {
      known.add(seen);
      return;
    }
    oldest.add(object);
    if (oldest.size() > limits.objects()) {
      oldest.poll();
      left++;
    }
  }

  Selection select() {
    List<ObjectInfo> sorted = oldest.stream().sorted(OLDEST_FIRST).toList();
    long bytes = 0;
    int count = 0;
    while (count < sorted.size()
        && (count == 0 || bytes + sorted.get(count).size() <= limits.bytes())) {
      bytes += sorted.get(count).size();
      count++;
    }
    return new Selection(sorted.subList(0, count), known, left + sorted.size() - count);
  }
}
