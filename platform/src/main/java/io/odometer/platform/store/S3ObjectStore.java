// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.store;

import io.minio.CreateBucketArgs;
import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.HeadBucketArgs;
import io.minio.HeadObjectArgs;
import io.minio.MinioAsyncClient;
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
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Any S3 store, through MinIO's client. Connects lazily; a call that gets no answer is tried five
 * times within some seconds.
 */
public final class S3ObjectStore implements ObjectStore, AutoCloseable {
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
    if (calls.find("cannot look for bucket " + bucket, () -> client.headBucket(head)).isPresent()) {
      return;
    }
    try {
      calls.call("cannot make bucket " + bucket, () -> client.createBucket(create));
    } catch (S3Exception failure) {
      // Another may have been quicker; asking again tells that from a refusal.
      if (calls.find("cannot make bucket " + bucket, () -> client.headBucket(head)).isEmpty()) {
        throw failure.named();
      }
    }
  }

  @Override
  public Optional<ObjectInfo> find(ObjectKey key) {
    HeadObjectArgs request =
        HeadObjectArgs.builder().bucket(key.bucket()).object(key.path()).build();
    return calls
        .find("cannot look for " + key, () -> client.headObject(request))
        .map(found -> S3Objects.info(key, found));
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
    return write(key, condition).put(content, content.length);
  }

  @Override
  public ObjectInfo putFile(ObjectKey key, Path file, PutCondition condition) {
    try (ObjectWriter writer = writer(key, condition)) {
      Files.copy(file, writer);
      return writer.finish();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + file, unreadable);
    }
  }

  @Override
  public ObjectWriter writer(ObjectKey key, PutCondition condition) {
    return new S3Writer(write(key, condition));
  }

  @Override
  public ObjectInfo join(List<ObjectInfo> parts, ObjectKey key, PutCondition condition) {
    try (S3Writer target = new S3Writer(write(key, condition))) {
      S3Join join = new S3Join(this::read, target, parts);
      parts.forEach(join::add);
      return target.finish();
    }
  }

  private S3Write write(ObjectKey key, PutCondition condition) {
    return new S3Write(client, calls, key, condition);
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
    return read(key, get(key).build());
  }

  private byte[] read(ObjectInfo version, int length) {
    if (length == 0) {
      requireVersion(version.key(), version.etag());
      return new byte[0];
    }
    GetObjectArgs.Builder request = get(version.key()).matchETag(version.etag());
    return read(version.key(), request.offset(0L).length((long) length).build());
  }

  private byte[] read(ObjectKey key, GetObjectArgs request) {
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
    return new ObjectContent(requireVersion(key, etag), InputStream.nullInputStream());
  }

  private ObjectInfo requireVersion(ObjectKey key, String etag) {
    ObjectInfo found =
        find(key)
            .orElseThrow(
                () -> new OdometerException(Errors.STORE_NOT_FOUND, "there is no object " + key));
    if (!found.etag().equals(etag)) {
      throw new OdometerException(
          Errors.STORE_PRECONDITION, key + " no longer holds version " + etag);
    }
    return found;
  }

  private static byte[] readWholly(GetObjectResponse response) {
    try (response) {
      return response.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
