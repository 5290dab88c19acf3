// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.training.ObjectVersion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The objects that a project trains on, by path; immutable. */
record TrainingObjects(@JsonValue Map<String, Version> versions) {
  static final TrainingObjects NONE = new TrainingObjects(Map.of());

  /** What a path holds since when. */
  record Version(String etag, long size, Instant at) {}

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  TrainingObjects {
    versions = Collections.unmodifiableMap(new TreeMap<>(versions));
  }

  /** Would the event change what is known, or does it tell nothing new or something stale? */
  boolean isNews(ObjectEvent event) {
    Version known = versions.get(event.key().path());
    return switch (event) {
      case ObjectSeen seen ->
          known == null || (!known.etag.equals(seen.etag()) && !seen.at().isBefore(known.at));
      case ObjectRemoved removed -> known != null && !removed.at().isBefore(known.at);
    };
  }

  boolean hasRoomFor(ObjectKey key) {
    return versions.size() < TrainingKey.MOST_OBJECTS || versions.containsKey(key.path());
  }

  TrainingObjects after(ObjectEvent event) {
    Map<String, Version> next = new TreeMap<>(versions);
    switch (event) {
      case ObjectSeen seen ->
          next.put(event.key().path(), new Version(seen.etag(), seen.size(), seen.at()));
      case ObjectRemoved removed -> next.remove(removed.key().path());
    }
    return new TrainingObjects(next);
  }

  /** What a complete listing shows; things that were noticed after it began stay as they are. */
  TrainingObjects after(List<ObjectSeen> listing, Instant listedAt) {
    Map<String, Version> next = new TreeMap<>(versions);
    next.values().removeIf(known -> known.at.isBefore(listedAt));
    listing.stream()
        .limit(TrainingKey.MOST_OBJECTS)
        .forEach(
            seen ->
                next.putIfAbsent(
                    seen.key().path(), new Version(seen.etag(), seen.size(), listedAt)));
    return new TrainingObjects(next);
  }

  boolean isEmpty() {
    return versions.isEmpty();
  }

  List<ObjectVersion> inKeyOrder() {
    return versions.entrySet().stream()
        .map(
            entry ->
                new ObjectVersion(
                    new ObjectKey(Buckets.TRAINING, entry.getKey()),
                    entry.getValue().etag,
                    entry.getValue().size))
        .toList();
  }

  /** The same for the same versions under the same keys. */
  String fingerprint() {
    return digest(
        versions.entrySet().stream()
            .map(entry -> entry.getKey() + '\0' + entry.getValue().etag)
            .collect(Collectors.joining("\n")));
  }

  static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
