// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.store;

import io.minio.AbortMultipartUploadArgs;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.ComposeObjectArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.Http;
import io.minio.MinioAsyncClient;
import io.minio.ObjectWriteResponse;
import io.minio.SourceObject;
import io.minio.UploadPartArgs;
import io.minio.UploadPartCopyArgs;
import io.minio.UploadPartCopyResponse;
import io.minio.UploadPartResponse;
import io.minio.messages.Part;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A multipart upload: parts in order, a few of them on their way at a time. The object appears when
 * it is completed; until then nothing is seen. For one thread.
 */
final class S3Upload {
  /** So many parts are on their way at most; a sender may reuse what it sent before them. */
  static final int IN_FLIGHT = 2;

  private static final Logger LOG = LoggerFactory.getLogger(S3Upload.class);

  private final MinioAsyncClient client;
  private final S3Calls calls;
  private final ObjectKey key;
  private final String what;
  private final String id;
  private final Deque<S3Call<Part>> inFlight = new ArrayDeque<>();
  private final List<Part> done = new ArrayList<>();

  private S3Upload(MinioAsyncClient client, S3Calls calls, ObjectKey key, String id) {
    this.client = client;
    this.calls = calls;
    this.key = key;
    this.what = "cannot write " + key;
    this.id = id;
  }

  /**
   * @param marks headers that are kept with the object
   */
  static S3Upload begin(MinioAsyncClient client, S3Calls calls, ObjectKey key, Http.Headers marks)
      throws S3Exception {
    CreateMultipartUploadArgs request =
        CreateMultipartUploadArgs.builder()
            .bucket(key.bucket())
            .object(key.path())
            .headers(marks)
            .build();
    String id =
        calls
            .call("cannot write " + key, () -> client.createMultipartUpload(request))
            .result()
            .uploadId();
    return new S3Upload(client, calls, key, id);
  }

  /** Parts so far. */
  int parts() {
    return done.size() + inFlight.size();
  }

  /** The bytes are left alone until {@link #IN_FLIGHT} further parts have been taken. */
  void send(byte[] bytes, int length) throws S3Exception {
    UploadPartArgs request =
        UploadPartArgs.builder()
            .bucket(key.bucket())
            .object(key.path())
            .uploadId(id)
            .partNumber(parts() + 1)
            .data(bytes, length)
            .build();
    begin(what, () -> client.uploadPart(request).thenApply(UploadPartResponse::part));
  }

  /** A piece of another object, inside the store. */
  void copy(ObjectInfo source, long offset, long length) throws S3Exception {
    UploadPartCopyArgs request =
        new UploadPartCopyArgs(
            target(source.key()), id, parts() + 1, S3Objects.piece(source, offset, length));
    begin(
        "cannot copy %s to %s".formatted(source.key(), key),
        () -> client.uploadPartCopy(request).thenApply(UploadPartCopyResponse::part));
  }

  /** The client's builder of a part's copy fails always; this is the other way to make one. */
  private ComposeObjectArgs target(ObjectKey source) {
    return ComposeObjectArgs.builder()
        .bucket(key.bucket())
        .object(key.path())
        .sources(
            List.of(SourceObject.builder().bucket(source.bucket()).object(source.path()).build()))
        .build();
  }

  private void begin(String what, S3Calls.Attempt<Part> attempt) throws S3Exception {
    while (inFlight.size() >= IN_FLIGHT) {
      awaitOldest();
    }
    inFlight.add(new S3Call<>(calls, what, attempt));
  }

  private void awaitOldest() throws S3Exception {
    // Without checksums, which the store has compared: one that is told them reads all of it again.
    Part part = inFlight.element().await();
    done.add(new Part(part.partNumber(), part.etag()));
    inFlight.remove();
  }

  /** Until every part is there. */
  void awaitAll() throws S3Exception {
    while (!inFlight.isEmpty()) {
      awaitOldest();
    }
  }

  ObjectWriteResponse complete(Http.Headers condition) throws S3Exception {
    CompleteMultipartUploadArgs request =
        CompleteMultipartUploadArgs.builder()
            .bucket(key.bucket())
            .object(key.path())
            .uploadId(id)
            .parts(done.toArray(Part[]::new))
            .extraHeaders(condition)
            .build();
    return calls.call(what, () -> client.completeMultipartUpload(request));
  }

  /** Frees the parts; a store that is away expires them by its own rules. */
  void abort() {
    AbortMultipartUploadArgs request =
        AbortMultipartUploadArgs.builder()
            .bucket(key.bucket())
            .object(key.path())
            .uploadId(id)
            .build();
    try {
      S3Calls.once(
          what,
          () -> ended().thenCompose(_ -> client.abortMultipartUpload(request)),
          Duration.ofSeconds(5));
    } catch (S3Exception failure) {
      LOG.debug("upload {} of {} was not aborted", id, key, failure);
    }
  }

  /** A part that arrives after the end of its upload could stay for ever. */
  private CompletableFuture<Void> ended() {
    return CompletableFuture.allOf(
        inFlight.stream().map(S3Call::ended).toArray(CompletableFuture[]::new));
  }
}
