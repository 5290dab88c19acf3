// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.store;

import io.minio.ListObjectsV2Args;
import io.minio.ListObjectsV2Response;
import io.minio.MinioAsyncClient;
import io.minio.messages.Item;
import io.minio.messages.ListBucketResultV2;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Walks a listing, fetching the next page when the last one is used up. For one thread. */
final class S3Pages implements Iterator<ObjectInfo> {
  /** A page has little in it, and somebody waits for all of them. */
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(15);

  private final MinioAsyncClient client;
  private final S3Calls calls;
  private final String bucket;
  private final String prefix;

  private Iterator<? extends Item> page = Collections.emptyIterator();
  private @Nullable String token;
  private boolean last;
  private @Nullable ObjectInfo next;

  S3Pages(MinioAsyncClient client, S3Calls calls, String bucket, String prefix) {
    this.client = client;
    this.calls = calls.within(ANSWER_LIMIT);
    this.bucket = bucket;
    this.prefix = prefix;
  }

  @Override
  public boolean hasNext() {
    while (next == null && (page.hasNext() || fetch())) {
      if (page.hasNext()) {
        next = info(page.next());
      }
    }
    return next != null;
  }

  @Override
  public ObjectInfo next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    ObjectInfo found = Objects.requireNonNull(next);
    next = null;
    return found;
  }

  /** False when there are no more pages. */
  private boolean fetch() {
    if (last) {
      return false;
    }
    ListBucketResultV2 result = call();
    // Only the client's own lister decodes; names travel encoded because XML has not every
    // character.
    result.contents().forEach(item -> item.setEncodingType(result.encodingType()));
    page = result.contents().iterator();
    token = result.nextContinuationToken();
    last = !result.isTruncated();
    return true;
  }

  private ListBucketResultV2 call() {
    ListObjectsV2Args.Builder request =
        ListObjectsV2Args.builder().bucket(bucket).prefix(prefix).encodingType("url").maxKeys(1000);
    if (token != null) {
      request.continuationToken(token);
    }
    try {
      ListObjectsV2Response response =
          calls.call(
              "cannot list %s/%s".formatted(bucket, prefix),
              () -> client.listObjectsV2(request.build()));
      return response.result();
    } catch (S3Exception failure) {
      throw failure.named();
    }
  }

  /**
   * Null for what other tools leave as folders, for keys that no path of ours can name, and for
   * what has no etag: a store that keeps files shows one that is still being written so.
   */
  private @Nullable ObjectInfo info(Item item) {
    if (!ObjectKey.isPath(item.objectName()) || item.etag() == null) {
      return null;
    }
    return new ObjectInfo(
        new ObjectKey(bucket, item.objectName()),
        S3Objects.etag(item.etag()),
        item.size(),
        item.lastModified().toInstant());
  }
}
