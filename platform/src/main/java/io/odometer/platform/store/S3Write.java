// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.store;

import io.minio.HeadObjectArgs;
import io.minio.HeadObjectResponse;
import io.minio.Http;
import io.minio.MinioAsyncClient;
import io.minio.ObjectWriteResponse;
import io.minio.PutObjectAPIArgs;
import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.PutCondition;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One object to be written under a condition, which rides on the request that makes it appear. The
 * time of a write is the store's clock at its answer, to the second.
 */
final class S3Write {
  /**
   * Stays with the object, so that a second try can tell the first one's success from a rival's.
   */
  private static final String MARK = "x-amz-meta-odometer-write";

  /** The request that makes the object appear. */
  @FunctionalInterface
  interface Request {
    ObjectWriteResponse run(Http.Headers conditions) throws S3Exception;
  }

  private final MinioAsyncClient client;
  private final S3Calls calls;
  private final ObjectKey key;
  private final PutCondition condition;
  private final String id = UUID.randomUUID().toString();

  S3Write(MinioAsyncClient client, S3Calls calls, ObjectKey key, PutCondition condition) {
    this.client = client;
    this.calls = calls;
    this.key = key;
    this.condition = condition;
  }

  S3Upload upload() throws S3Exception {
    return S3Upload.begin(client, calls, key, marks());
  }

  /** In one piece. */
  ObjectInfo put(byte[] content, int length) {
    return settle(length, conditions -> put(content, length, conditions));
  }

  private ObjectWriteResponse put(byte[] content, int length, Http.Headers conditions)
      throws S3Exception {
    PutObjectAPIArgs request =
        PutObjectAPIArgs.builder()
            .bucket(key.bucket())
            .object(key.path())
            .data(content, length)
            .headers(Http.Headers.merge(marks(), conditions))
            .build();
    return calls.call("cannot write " + key, () -> client.putObject(request));
  }

  ObjectInfo settle(long size, Request request) {
    try {
      ObjectWriteResponse written = request.run(conditions());
      return new ObjectInfo(
          key, S3Objects.etag(written.etag()), size, S3Objects.answeredAt(written.headers()));
    } catch (S3Exception failure) {
      return ours(failure).orElseThrow(() -> named(failure));
    }
  }

  /** What a try without an answer has written after all. */
  private Optional<ObjectInfo> ours(S3Exception failure) {
    boolean lost = failure.is(S3Failure.PRECONDITION) || failure.is(S3Failure.NOT_FOUND);
    return lost && failure.doubtful()
        ? head().filter(this::isMarked).map(found -> S3Objects.info(key, found))
        : Optional.empty();
  }

  private Optional<HeadObjectResponse> head() {
    HeadObjectArgs request =
        HeadObjectArgs.builder().bucket(key.bucket()).object(key.path()).build();
    return calls.find("cannot look for " + key, () -> client.headObject(request));
  }

  private boolean isMarked(HeadObjectResponse found) {
    return id.equals(found.headers().get(MARK));
  }

  /** Stores differ in what IfMatch on an absent key is: not found, or a condition that fails. */
  private OdometerException named(S3Exception failure) {
    boolean absent = failure.is(S3Failure.NOT_FOUND) && condition instanceof PutCondition.IfMatch;
    return absent
        ? new OdometerException(
            Errors.STORE_PRECONDITION,
            "%s was not written: %s does not hold".formatted(key, condition))
        : failure.named();
  }

  private Http.Headers marks() {
    return new Http.Headers(Map.of(MARK, id));
  }

  private Http.Headers conditions() {
    return switch (condition) {
      case PutCondition.Always _ -> new Http.Headers();
      case PutCondition.IfAbsent _ -> new Http.Headers(Map.of("If-None-Match", "*"));
      case PutCondition.IfMatch match ->
          new Http.Headers(Map.of("If-Match", '"' + match.etag() + '"'));
    };
  }
}
