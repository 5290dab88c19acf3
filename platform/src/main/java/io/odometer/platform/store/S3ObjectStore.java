// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.store;

import io.odometer.core.store.ObjectContent;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.PutCondition;
import io.odometer.platform.lifecycle.Health;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Any S3 store, through MinIO's client. Connects lazily. */
public final class S3ObjectStore implements ObjectStore, AutoCloseable {
  public S3ObjectStore(StoreSettings settings) {
    throw new UnsupportedOperationException("to be written");
  }

  /** Does the store answer? Within a second. */
  public Health check() {
    throw new UnsupportedOperationException("to be written");
  }

  @Override
  public void ensureBucket(String bucket) {
    throw new UnsupportedOperationException("to be written");
  }

  @Override
  public Optional<ObjectInfo> find(ObjectKey key) {
    throw new UnsupportedOperationException("to be written");
  }

  @Override
  public ObjectContent open(ObjectKey key) {
    throw new UnsupportedOperationException("to be written");
  }

  @Override
  public ObjectContent openVersion(ObjectKey key, String etag) {
    throw new UnsupportedOperationException("to be written");
  }

  @Override
  public ObjectContent openRange(ObjectKey key, String etag, long offset, long length) {
    throw new UnsupportedOperationException("to be written");
  }

  @Override
  public ObjectInfo put(ObjectKey key, byte[] content, PutCondition condition) {
    throw new UnsupportedOperationException("to be written");
  }

  @Override
  public ObjectInfo putFile(ObjectKey key, Path file, PutCondition condition) {
    throw new UnsupportedOperationException("to be written");
  }

  @Override
  public Stream<ObjectInfo> list(String bucket, String prefix) {
    throw new UnsupportedOperationException("to be written");
  }

  @Override
  public void delete(ObjectKey key) {
    throw new UnsupportedOperationException("to be written");
  }

  @Override
  public byte[] read(ObjectKey key) {
    throw new UnsupportedOperationException("to be written");
  }

  @Override
  public void close() {}
}
