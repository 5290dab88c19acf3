// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.trigger;

import io.odometer.core.scoring.ScoringKey;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.orchestrator.project.ObjectEvent;
import io.odometer.orchestrator.project.ObjectRemoved;
import io.odometer.orchestrator.project.ObjectSeen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What some buckets held that may start something, by key: the etags. Immutable. */
record Listing(Map<ObjectKey, Version> versions) {
  static final Listing NONE = new Listing(Map.of());

  /** One version of an object; only the etag tells versions apart. */
  record Version(String etag, long size) {}

  static Listing of(ObjectStore store, List<String> buckets) {
    Map<ObjectKey, Version> versions = new LinkedHashMap<>();
    for (String bucket : buckets) {
      try (Stream<ObjectInfo> objects = store.list(bucket, "")) {
        objects
            .filter(info -> isOfUse(info.key()))
            .forEach(info -> versions.put(info.key(), new Version(info.etag(), info.size())));
      }
    }
    return new Listing(versions);
  }

  /** What scoring has written would be told over and over, and nobody listens. */
  private static boolean isOfUse(ObjectKey key) {
    return !key.bucket().equals(Buckets.SCORING)
        || !(ScoringKey.of(key) instanceof ScoringKey.Elsewhere);
  }

  /** What this listing, begun at that time, shows that the one before it did not. */
  List<ObjectEvent> newsSince(Listing before, Instant begun) {
    List<ObjectEvent> news = new ArrayList<>();
    versions.forEach(
        (key, version) -> {
          Version known = before.versions.get(key);
          if (known == null || !known.etag.equals(version.etag)) {
            news.add(new ObjectSeen(key, version.etag, version.size, begun));
          }
        });
    return news;
  }

  /** Those of the keys that this listing, begun at that time, does not show. */
  List<ObjectEvent> removedFrom(Set<ObjectKey> present, Instant begun) {
    return present.stream()
        .filter(key -> !versions.containsKey(key))
        .sorted(Comparator.comparing(ObjectKey::toString))
        .<ObjectEvent>map(key -> new ObjectRemoved(key, begun))
        .toList();
  }
}
