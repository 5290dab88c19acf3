// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.store;

import io.minio.CreateBucketArgs;
import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.HeadBucketArgs;
import io.minio.HeadObjectArgs;
import io.minio.HeadObjectResponse;
import io.minio.Http;
import io.minio.MinioAsyncClient;
import io.minio.ObjectWriteResponse;
import io.minio.PutObjectAPIArgs;
import io.minio.RemoveObjectArgs;
import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectContent;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.ObjectWriter;
import io.odometer.core.store.PutCondition;
import io.odometer.platform.lifecycle.Backoff;
import io.odometer.platform.lifecycle.Health;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Any S3 store, through MinIO's client. Connects lazily; a call that gets no answer is tried five
 * times within some seconds. The time of a write is the store's clock at its answer, to the second.
 */
public final class S3ObjectStore implements ObjectStore, AutoCloseable {
  /** Marks a conditional write, so that its second try can tell its first from a rival's. */
  private static final String WRITE_MARK = "x-amz-meta-odometer-write";

  private static final Duration CHECK_LIMIT = Duration.ofMillis(900);

  private final S3Connection connection;
  private final MinioAsyncClient client;
  private final S3Calls calls;

  public S3ObjectStore(StoreSettings settings) {
    this(
        settings,
        new S3Calls(
            5,
            new Backoff(
                Duration.ofMillis(100), Duration.ofSeconds(2), RandomGenerator.getDefault())));
  }

  S3ObjectStore(StoreSettings settings, S3Calls calls) {
    this.connection = new S3Connection(settings);
    this.client = connection.client();
    this.calls = calls;
  }

  /** Does the store answer, and accept the credentials? Within a second. */
  public Health check() {
    HeadBucketArgs request = HeadBucketArgs.builder().bucket(Buckets.WORK).build();
    try {
      S3Calls.once("object store", () -> client.headBucket(request), CHECK_LIMIT);
      return Health.ready();
    } catch (S3Exception failure) {
      return failure.is(S3Failure.NOT_FOUND)
          ? Health.ready()
          : Health.notReady(String.valueOf(failure.getMessage()));
    }
  }

  @Override
  public void ensureBucket(String bucket) {
    HeadBucketArgs head = HeadBucketArgs.builder().bucket(bucket).build();
    CreateBucketArgs create = CreateBucketArgs.builder().bucket(bucket).build();
    if (tryCall("cannot look for bucket " + bucket, () -> client.headBucket(head)).isPresent()) {
      return;
    }
    try {
      calls.call("cannot make bucket " + bucket, () -> client.createBucket(create));
    } catch (S3Exception failure) {
      // Another may have been quicker; asking again tells that from a refusal.
      if (tryCall("cannot make bucket " + bucket, () -> client.headBucket(head)).isEmpty()) {
        throw failure.named();
      }
    }
  }

  @Override
  public Optional<ObjectInfo> find(ObjectKey key) {
    return head(key).map(found -> info(key, found));
  }

  @Override
  public ObjectContent open(ObjectKey key) {
    return open(key, get(key));
  }

  @Override
  public ObjectContent openVersion(ObjectKey key, String etag) {
    return open(key, get(key).matchETag(etag));
  }

  @Override
  public ObjectContent openRange(ObjectKey key, String etag, long offset, long length) {
    if (length == 0) {
      return nothing(key, etag);
    }
    try {
      GetObjectArgs request = get(key).matchETag(etag).offset(offset).length(length).build();
      return content(key, calls.call("cannot read " + key, () -> client.getObject(request)));
    } catch (S3Exception failure) {
      if (failure.is(S3Failure.BEYOND_END)) {
        return nothing(key, etag);
      }
      throw failure.named();
    }
  }

  @Override
  public ObjectInfo put(ObjectKey key, byte[] content, PutCondition condition) {
    return write(
        key,
        content.length,
        condition,
        (marks, conditions) ->
            calls.call(
                "cannot write " + key,
                () ->
                    client.putObject(
                        PutObjectAPIArgs.builder()
                            .bucket(key.bucket())
                            .object(key.path())
                            .data(content, content.length)
                            .headers(Http.Headers.merge(marks, conditions))
                            .build())));
  }

  @Override
  public ObjectInfo putFile(ObjectKey key, Path file, PutCondition condition) {
    try {
      long size = Files.size(file);
      if (!S3Upload.isLarge(size)) {
        return put(key, Files.readAllBytes(file), condition);
      }
      S3Upload upload = new S3Upload(client, calls, key);
      return write(
          key, size, condition, (marks, conditions) -> upload.run(file, marks, conditions));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + file, unreadable);
    }
  }

  @Override
  public ObjectWriter writer(ObjectKey key, PutCondition condition) {
    throw new UnsupportedOperationException("streamed in the next commit");
  }

  @Override
  public ObjectInfo join(List<ObjectInfo> parts, ObjectKey key, PutCondition condition) {
    throw new UnsupportedOperationException("joined in the next commit");
  }

  @Override
  public Stream<ObjectInfo> list(String bucket, String prefix) {
    S3Pages pages = new S3Pages(client, calls, bucket, prefix);
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(
            pages, Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL),
        false);
  }

  @Override
  public void delete(ObjectKey key) {
    RemoveObjectArgs request =
        RemoveObjectArgs.builder().bucket(key.bucket()).object(key.path()).build();
    try {
      calls.call("cannot delete " + key, () -> client.removeObject(request));
    } catch (S3Exception failure) {
      throw failure.named();
    }
  }

  @Override
  public byte[] read(ObjectKey key) {
    GetObjectArgs request = get(key).build();
    try {
      return calls.call(
          "cannot read " + key,
          () -> client.getObject(request).thenApply(S3ObjectStore::readWholly));
    } catch (S3Exception failure) {
      throw failure.named();
    }
  }

  @Override
  public void close() {
    connection.close();
  }

  /** A write whose headers are settled: marks stay with the object, conditions do not. */
  private interface Write {
    ObjectWriteResponse run(Http.Headers marks, Http.Headers conditions)
        throws S3Exception, IOException;
  }

  private ObjectInfo write(ObjectKey key, long size, PutCondition condition, Write write) {
    String id = UUID.randomUUID().toString();
    Http.Headers marks =
        switch (condition) {
          case PutCondition.Always _ -> new Http.Headers();
          case PutCondition.IfAbsent _, PutCondition.IfMatch _ ->
              new Http.Headers(Map.of(WRITE_MARK, id));
        };
    try {
      ObjectWriteResponse written = write.run(marks, headers(condition));
      return new ObjectInfo(
          key, S3Objects.etag(written.etag()), size, S3Objects.answeredAt(written.headers()));
    } catch (S3Exception failure) {
      return ours(key, id, failure).orElseThrow(() -> named(failure, key, condition));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read what to write to " + key, unreadable);
    }
  }

  /** What a try without an answer has written after all. */
  private Optional<ObjectInfo> ours(ObjectKey key, String id, S3Exception failure) {
    boolean lost = failure.is(S3Failure.PRECONDITION) || failure.is(S3Failure.NOT_FOUND);
    return lost && failure.doubtful()
        ? head(key)
            .filter(found -> id.equals(found.headers().get(WRITE_MARK)))
            .map(found -> info(key, found))
        : Optional.empty();
  }

  /** Stores differ in what IfMatch on an absent key is: not found, or a condition that fails. */
  private OdometerException named(S3Exception failure, ObjectKey key, PutCondition condition) {
    boolean absent = failure.is(S3Failure.NOT_FOUND) && condition instanceof PutCondition.IfMatch;
    return absent
        ? new OdometerException(
            Errors.STORE_PRECONDITION,
            "%s was not written: %s does not hold".formatted(key, condition))
        : failure.named();
  }

  private static Http.Headers headers(PutCondition condition) {
    return switch (condition) {
      case PutCondition.Always _ -> new Http.Headers();
      case PutCondition.IfAbsent _ -> new Http.Headers(Map.of("If-None-Match", "*"));
      case PutCondition.IfMatch match ->
          new Http.Headers(Map.of("If-Match", '"' + match.etag() + '"'));
    };
  }

  private static GetObjectArgs.Builder get(ObjectKey key) {
    return GetObjectArgs.builder().bucket(key.bucket()).object(key.path());
  }

  private ObjectContent open(ObjectKey key, GetObjectArgs.Builder request) {
    try {
      return content(
          key, calls.call("cannot read " + key, () -> client.getObject(request.build())));
    } catch (S3Exception failure) {
      throw failure.named();
    }
  }

  private static ObjectContent content(ObjectKey key, GetObjectResponse response) {
    return new ObjectContent(S3Objects.info(key, response.headers()), response);
  }

  /** An empty range of a version that must still be there. */
  private ObjectContent nothing(ObjectKey key, String etag) {
    ObjectInfo found =
        find(key)
            .orElseThrow(
                () -> new OdometerException(Errors.STORE_NOT_FOUND, "there is no object " + key));
    if (!found.etag().equals(etag)) {
      throw new OdometerException(
          Errors.STORE_PRECONDITION, key + " no longer holds version " + etag);
    }
    return new ObjectContent(found, InputStream.nullInputStream());
  }

  private Optional<HeadObjectResponse> head(ObjectKey key) {
    HeadObjectArgs request =
        HeadObjectArgs.builder().bucket(key.bucket()).object(key.path()).build();
    return tryCall("cannot look for " + key, () -> client.headObject(request));
  }

  private static ObjectInfo info(ObjectKey key, HeadObjectResponse found) {
    return new ObjectInfo(
        key, S3Objects.etag(found.etag()), found.size(), found.lastModified().toInstant());
  }

  private <T> Optional<T> tryCall(String what, S3Calls.Attempt<T> attempt) {
    try {
      return Optional.of(calls.call(what, attempt));
    } catch (S3Exception failure) {
      if (failure.is(S3Failure.NOT_FOUND)) {
        return Optional.empty();
      }
      throw failure.named();
    }
  }

  private static byte[] readWholly(GetObjectResponse response) {
    try (response) {
      return response.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
