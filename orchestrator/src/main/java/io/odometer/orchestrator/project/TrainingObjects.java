// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.Digests;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.training.ObjectVersion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The objects that a project trains on, by path; immutable. A workflow's data is at most 256 KB, as
 * in Step Functions, and names every object twice (in the input, and in what was made of it), so
 * there is room for some 700 objects with names of usual length.
 */
record TrainingObjects(@JsonValue Map<String, Version> versions) {
  static final TrainingObjects NONE = new TrainingObjects(Map.of());

  /** Of all objects as they stand in an execution's input. */
  private static final int MOST_BYTES = 100_000;

  /**
   * Of an object's entry beside its path: names of fields, bucket, etag and size. Half of what says
   * that it is fresh is in it: that stands in the input alone.
   */
  private static final int ENTRY_BYTES = 115;

  private static final int DIGEST_LENGTH = 16;

  /**
   * What a path holds since when.
   *
   * @param fresh no training was started on it yet
   */
  record Version(
      String etag,
      long size,
      Instant at,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY)
          boolean fresh) {

    Version taken() {
      return new Version(etag, size, at, false);
    }
  }

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
    return versions.containsKey(key.path())
        || bytes(versions.keySet()) + bytes(Set.of(key.path())) <= MOST_BYTES;
  }

  private static int bytes(Set<String> paths) {
    return paths.stream()
        .mapToInt(path -> ENTRY_BYTES + path.getBytes(StandardCharsets.UTF_8).length)
        .sum();
  }

  TrainingObjects after(ObjectEvent event) {
    return switch (event) {
      case ObjectSeen seen -> with(seen, isFresh(seen));
      case ObjectRemoved removed -> without(removed);
    };
  }

  private TrainingObjects with(ObjectSeen seen, boolean fresh) {
    Map<String, Version> next = new TreeMap<>(versions);
    next.put(seen.key().path(), new Version(seen.etag(), seen.size(), seen.at(), fresh));
    return new TrainingObjects(next);
  }

  private TrainingObjects without(ObjectRemoved removed) {
    Map<String, Version> next = new TreeMap<>(versions);
    next.remove(removed.key().path());
    return new TrainingObjects(next);
  }

  private boolean isFresh(ObjectSeen seen) {
    Version known = versions.get(seen.key().path());
    return known == null || !known.etag.equals(seen.etag()) || known.fresh;
  }

  /** All of them, taken up by a training that starts. */
  TrainingObjects taken() {
    Map<String, Version> next = new TreeMap<>(versions);
    next.replaceAll((path, version) -> version.taken());
    return new TrainingObjects(next);
  }

  /**
   * What a complete listing shows, as far as there is room; things that were noticed after it began
   * stay as they are.
   */
  TrainingObjects after(List<ObjectSeen> listing, Instant listedAt) {
    Map<String, Version> newer = new TreeMap<>(versions);
    newer.values().removeIf(known -> known.at.isBefore(listedAt));
    TrainingObjects next = new TrainingObjects(newer);
    for (ObjectSeen seen : listing) {
      if (!newer.containsKey(seen.key().path()) && next.hasRoomFor(seen.key())) {
        next = next.with(seen, isFresh(seen));
      }
    }
    return next;
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
                    entry.getValue().size,
                    entry.getValue().fresh))
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
    return Digests.sha256(text.getBytes(StandardCharsets.UTF_8)).substring(0, DIGEST_LENGTH);
  }
}
