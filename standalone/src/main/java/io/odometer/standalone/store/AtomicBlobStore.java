// SPDX-License-Identifier: Apache-2.0
package io.odometer.standalone.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * Makes {@code If-Match} hold: S3Proxy compares the etag before the body arrives and then writes
 * whatever came between, so two writers may both win. Here every change of a key holds that key's
 * lock, and the comparison is made again under it. Small bodies are read before the lock is taken,
 * so that a slow sender keeps nobody waiting.
 */
final class AtomicBlobStore extends ForwardingBlobStore {
  private static final long READ_AHEAD = 4L << 20;

  private final List<Lock> locks =
      Stream.generate(() -> (Lock) new ReentrantLock()).limit(256).toList();

  AtomicBlobStore(BlobStore files) {
    super(files);
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream body) {
    InputStream ready = isSmall(request) ? inMemory(body) : body;
    return locked(
        request.bucket(), request.key(), request.ifMatch(), () -> super.putBlob(request, ready));
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload upload, CompleteMultipartUploadRequest request) {
    return locked(
        request.bucket(),
        request.key(),
        request.ifMatch(),
        () -> super.completeMultipartUpload(upload, request));
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest request) {
    return locked(
        request.destinationBucket(), request.destinationKey(), null, () -> super.copyBlob(request));
  }

  @Override
  public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
    return locked(request.bucket(), request.key(), null, () -> super.removeBlob(request));
  }

  private <T> T locked(String bucket, String key, @Nullable String etag, Supplier<T> change) {
    Lock lock = locks.get(Math.floorMod(Objects.hash(bucket, key), locks.size()));
    lock.lock();
    try {
      if (etag != null) {
        requireEtag(bucket, key, etag);
      }
      return change.get();
    } finally {
      lock.unlock();
    }
  }

  private void requireEtag(String bucket, String key, String expected) {
    var current = blobMetadataIfPresent(bucket, key);
    if (current == null) {
      throw S3Exceptions.noSuchKey(bucket, key, "nothing to match");
    }
    if (!expected.equals("*") && !bare(expected).equals(bare(current.eTag()))) {
      throw S3Exceptions.preconditionFailed(null);
    }
  }

  private static String bare(@Nullable String etag) {
    return etag == null ? "" : etag.replace("\"", "");
  }

  private static boolean isSmall(PutObjectRequest request) {
    Long length = request.contentLength();
    return length != null && length <= READ_AHEAD;
  }

  private static InputStream inMemory(InputStream body) {
    try {
      return new ByteArrayInputStream(body.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("the body of the request was cut off", e);
    }
  }
}
