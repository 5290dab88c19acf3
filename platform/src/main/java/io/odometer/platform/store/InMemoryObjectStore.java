// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.store;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.store.Digests;
import io.odometer.core.store.ObjectContent;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.ObjectWriter;
import io.odometer.core.store.PutCondition;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** The twin of an S3 store for tests and single-process use; keeps the same promises. */
public final class InMemoryObjectStore implements ObjectStore {
  @SuppressWarnings("ArrayRecordComponent") // Never compared, and copied at the edges.
  private record Version(ObjectInfo info, byte[] bytes) {}

  /** Paths in UTF-8 order, as S3 lists them. */
  private final Map<String, ConcurrentSkipListMap<String, Version>> buckets =
      new ConcurrentHashMap<>();

  private final InstantSource clock;

  public InMemoryObjectStore() {
    this(InstantSource.system());
  }

  public InMemoryObjectStore(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void ensureBucket(String bucket) {
    buckets.computeIfAbsent(bucket, name -> new ConcurrentSkipListMap<>(PathOrder.INSTANCE));
  }

  @Override
  public Optional<ObjectInfo> find(ObjectKey key) {
    return Optional.ofNullable(buckets.get(key.bucket()))
        .map(bucket -> bucket.get(key.path()))
        .map(Version::info);
  }

  @Override
  public ObjectContent open(ObjectKey key) {
    Version version = current(key);
    return new ObjectContent(version.info(), new ByteArrayInputStream(version.bytes()));
  }

  @Override
  public ObjectContent openVersion(ObjectKey key, String etag) {
    Version version = current(key, etag);
    return new ObjectContent(version.info(), new ByteArrayInputStream(version.bytes()));
  }

  @Override
  public ObjectContent openRange(ObjectKey key, String etag, long offset, long length) {
    Version version = current(key, etag);
    int from = (int) Math.min(offset, version.bytes().length);
    int to = (int) Math.min(offset + length, version.bytes().length);
    byte[] range = Arrays.copyOfRange(version.bytes(), from, to);
    return new ObjectContent(version.info(), new ByteArrayInputStream(range));
  }

  @Override
  public ObjectInfo put(ObjectKey key, byte[] content, PutCondition condition) {
    byte[] bytes = content.clone();
    ObjectInfo info = new ObjectInfo(key, Digests.md5(bytes), bytes.length, clock.instant());
    bucket(key.bucket())
        .compute(
            key.path(),
            (path, present) -> {
              check(key, condition, Optional.ofNullable(present));
              return new Version(info, bytes);
            });
    return info;
  }

  @Override
  public ObjectInfo putFile(ObjectKey key, Path file, PutCondition condition) {
    try {
      return put(key, Files.readAllBytes(file), condition);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + file, unreadable);
    }
  }

  @Override
  public ObjectWriter writer(ObjectKey key, PutCondition condition) {
    return new InMemoryWriter(content -> put(key, content, condition));
  }

  @Override
  public ObjectInfo join(List<ObjectInfo> parts, ObjectKey key, PutCondition condition) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    parts.forEach(part -> whole.writeBytes(current(part.key(), part.etag()).bytes()));
    return put(key, whole.toByteArray(), condition);
  }

  @Override
  public Stream<ObjectInfo> list(String bucket, String prefix) {
    return bucket(bucket).tailMap(prefix, true).values().stream()
        .map(Version::info)
        .takeWhile(info -> info.key().path().startsWith(prefix));
  }

  @Override
  public void delete(ObjectKey key) {
    bucket(key.bucket()).remove(key.path());
  }

  @Override
  public byte[] read(ObjectKey key) {
    return current(key).bytes().clone();
  }

  private ConcurrentSkipListMap<String, Version> bucket(String name) {
    ConcurrentSkipListMap<String, Version> bucket = buckets.get(name);
    if (bucket == null) {
      throw new OdometerException(Errors.STORE_NOT_FOUND, "there is no bucket " + name);
    }
    return bucket;
  }

  private Version current(ObjectKey key) {
    Version version = bucket(key.bucket()).get(key.path());
    if (version == null) {
      throw new OdometerException(Errors.STORE_NOT_FOUND, "there is no object " + key);
    }
    return version;
  }

  private Version current(ObjectKey key, String etag) {
    Version version = current(key);
    if (!version.info().etag().equals(etag)) {
      throw new OdometerException(
          Errors.STORE_PRECONDITION, key + " no longer holds version " + etag);
    }
    return version;
  }

  private static void check(ObjectKey key, PutCondition condition, Optional<Version> present) {
    boolean holds =
        switch (condition) {
          case PutCondition.Always always -> true;
          case PutCondition.IfAbsent absent -> present.isEmpty();
          case PutCondition.IfMatch match ->
              present.map(version -> version.info().etag().equals(match.etag())).orElse(false);
        };
    if (!holds) {
      throw new OdometerException(
          Errors.STORE_PRECONDITION,
          "%s was not written: %s does not hold".formatted(key, condition));
    }
  }
}
