// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.demo;

import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Counts what an endpoint has captured; objects never change, so each is read once. */
final class Captures {
  private final ObjectStore store;
  private final String prefix;
  private final Map<ObjectKey, Long> counted = new HashMap<>();

  Captures(ObjectStore store, String endpoint) {
    this.store = store;
    this.prefix = endpoint + "/AllTraffic/";
  }

  long count() {
    for (ObjectKey key : keys()) {
      counted.computeIfAbsent(key, this::lines);
    }
    return counted.values().stream().mapToLong(Long::longValue).sum();
  }

  private List<ObjectKey> keys() {
    try (Stream<ObjectInfo> objects = store.list(Buckets.CAPTURE, prefix)) {
      return objects.map(ObjectInfo::key).toList();
    }
  }

  private long lines(ObjectKey key) {
    long lines = 0;
    for (byte character : store.read(key)) {
      lines += character == '\n' ? 1 : 0;
    }
    return lines;
  }
}
