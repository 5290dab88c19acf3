// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.store;

import io.minio.AbortMultipartUploadArgs;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.Http;
import io.minio.MinioAsyncClient;
import io.minio.ObjectWriteResponse;
import io.minio.UploadPartArgs;
import io.minio.messages.Part;
import io.odometer.core.store.ObjectKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One large file in parts. The condition rides on the completion, which is the moment when the
 * object appears; until then nothing is seen.
 */
final class S3Upload {
  private static final Logger LOG = LoggerFactory.getLogger(S3Upload.class);
  private static final long SMALLEST_PART = 8L << 20;
  private static final int MOST_PARTS = 10_000;

  private final MinioAsyncClient client;
  private final S3Calls calls;
  private final ObjectKey key;
  private final String what;

  S3Upload(MinioAsyncClient client, S3Calls calls, ObjectKey key) {
    this.client = client;
    this.calls = calls;
    this.key = key;
    this.what = "cannot write " + key;
  }

  static boolean isLarge(long size) {
    return size > SMALLEST_PART;
  }

  /**
   * @param marks headers that are kept with the object
   */
  ObjectWriteResponse run(Path file, Http.Headers marks, Http.Headers condition)
      throws S3Exception, IOException {
    String upload = create(marks);
    try {
      return complete(upload, parts(upload, file), condition);
    } catch (S3Exception | IOException | RuntimeException failure) {
      abort(upload);
      throw failure;
    }
  }

  private String create(Http.Headers marks) throws S3Exception {
    CreateMultipartUploadArgs request =
        CreateMultipartUploadArgs.builder()
            .bucket(key.bucket())
            .object(key.path())
            .headers(marks)
            .build();
    return calls.call(what, () -> client.createMultipartUpload(request)).result().uploadId();
  }

  private List<Part> parts(String upload, Path file) throws S3Exception, IOException {
    long size = Files.size(file);
    long partSize = Math.max(SMALLEST_PART, (size + MOST_PARTS - 1) / MOST_PARTS);
    List<Part> parts = new ArrayList<>();
    try (InputStream content = Files.newInputStream(file)) {
      byte[] bytes = content.readNBytes(Math.toIntExact(partSize));
      while (bytes.length > 0) {
        parts.add(part(upload, parts.size() + 1, bytes));
        bytes = content.readNBytes(Math.toIntExact(partSize));
      }
    }
    return parts;
  }

  private Part part(String upload, int number, byte[] bytes) throws S3Exception {
    UploadPartArgs request =
        UploadPartArgs.builder()
            .bucket(key.bucket())
            .object(key.path())
            .uploadId(upload)
            .partNumber(number)
            .data(bytes, bytes.length)
            .build();
    return calls.call(what, () -> client.uploadPart(request)).part();
  }

  private ObjectWriteResponse complete(String upload, List<Part> parts, Http.Headers condition)
      throws S3Exception {
    CompleteMultipartUploadArgs request =
        CompleteMultipartUploadArgs.builder()
            .bucket(key.bucket())
            .object(key.path())
            .uploadId(upload)
            .parts(parts.toArray(Part[]::new))
            .extraHeaders(condition)
            .build();
    return calls.call(what, () -> client.completeMultipartUpload(request));
  }

  /** Frees the parts; a store that is away expires them by its own rules. */
  private void abort(String upload) {
    AbortMultipartUploadArgs request =
        AbortMultipartUploadArgs.builder()
            .bucket(key.bucket())
            .object(key.path())
            .uploadId(upload)
            .build();
    try {
      S3Calls.once(what, () -> client.abortMultipartUpload(request), Duration.ofSeconds(5));
    } catch (S3Exception failure) {
      LOG.debug("upload {} of {} was not aborted", upload, key, failure);
    }
  }
}
