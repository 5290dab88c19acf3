// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.store;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The port to any S3 store. Writes appear whole or not at all; a read after a write sees it. Safe
 * for use by many threads.
 *
 * <p>Every method throws {@link OdometerException}: {@code Store.Unavailable} when the store cannot
 * be reached within the adapter's time limit (after its own retries with back-off), {@code
 * Store.NotFound} where an object or a bucket is needed and absent, {@code Store.Precondition} when
 * a condition does not hold. An {@code IfMatch} on an absent key is {@code Store.Precondition} too.
 */
public interface ObjectStore {
  /** Makes the bucket unless it is there. */
  void ensureBucket(String bucket);

  Optional<ObjectInfo> find(ObjectKey key);

  /** The current version, streamed. */
  ObjectContent open(ObjectKey key);

  /**
   * The version with this etag, or {@code Store.Precondition} if the key holds another one by now.
   */
  ObjectContent openVersion(ObjectKey key, String etag);

  /** Bytes {@code offset} to {@code offset + length}, fewer at the end of the object. */
  ObjectContent openRange(ObjectKey key, String etag, long offset, long length);

  ObjectInfo put(ObjectKey key, byte[] content, PutCondition condition);

  /** Streams a file, in parts when it is large; appears whole or not at all. */
  ObjectInfo putFile(ObjectKey key, Path file, PutCondition condition);

  /**
   * Begins an object that is written piece by piece, however large, and appears when the writer is
   * finished. Holds some megabytes of it in memory; more only of one of many gigabytes.
   */
  ObjectWriter writer(ObjectKey key, PutCondition condition);

  /**
   * Makes one object of others, one after the other, inside the store as far as it can; appears
   * whole or not at all. {@code Store.Precondition} if one of them is not the version named.
   *
   * @param parts at least one
   */
  ObjectInfo join(List<ObjectInfo> parts, ObjectKey key, PutCondition condition);

  /**
   * Everything whose path starts with the prefix, in path order; pages are fetched as the stream is
   * read.
   */
  Stream<ObjectInfo> list(String bucket, String prefix);

  /** Removes it if it is there. */
  void delete(ObjectKey key);

  /** The whole object in memory: for small ones. */
  byte[] read(ObjectKey key);

  /** The same, or nothing where there is no such object. */
  default Optional<byte[]> readIfThere(ObjectKey key) {
    try {
      return Optional.of(read(key));
    } catch (OdometerException failure) {
      if (failure.error().equals(Errors.STORE_NOT_FOUND)) {
        return Optional.empty();
      }
      throw failure;
    }
  }
}
