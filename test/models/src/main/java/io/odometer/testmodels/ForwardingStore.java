// SPDX-License-Identifier: Apache-2.0
package io.odometer.testmodels;

import io.odometer.core.store.ObjectContent;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.ObjectWriter;
import io.odometer.core.store.PutCondition;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Hands every call on to another store; a test changes what it wants changed. */
public abstract class ForwardingStore implements ObjectStore {
  private final ObjectStore store;

  protected ForwardingStore(ObjectStore store) {
    this.store = store;
  }

  /** Every call goes through here. */
  protected <T> T call(String name, Supplier<T> call) {
    return call.get();
  }

  @Override
  public void ensureBucket(String bucket) {
    store.ensureBucket(bucket);
  }

  @Override
  public Optional<ObjectInfo> find(ObjectKey key) {
    return call("find", () -> store.find(key));
  }

  @Override
  public ObjectContent open(ObjectKey key) {
    return call("open", () -> store.open(key));
  }

  @Override
  public ObjectContent openVersion(ObjectKey key, String etag) {
    return call("openVersion", () -> store.openVersion(key, etag));
  }

  @Override
  public ObjectContent openRange(ObjectKey key, String etag, long offset, long length) {
    return call("openRange", () -> store.openRange(key, etag, offset, length));
  }

  @Override
  public ObjectInfo put(ObjectKey key, byte[] content, PutCondition condition) {
    return call("put", () -> store.put(key, content, condition));
  }

  @Override
  public ObjectInfo putFile(ObjectKey key, Path file, PutCondition condition) {
    return call("putFile", () -> store.putFile(key, file, condition));
  }

  @Override
  public ObjectWriter writer(ObjectKey key, PutCondition condition) {
    ObjectWriter writer = call("writer", () -> store.writer(key, condition));
    return new ObjectWriter() {
      @Override
      public void write(byte[] bytes, int offset, int length) {
        writer.write(bytes, offset, length);
      }

      @Override
      public ObjectInfo finish() {
        return call("finish", writer::finish);
      }

      @Override
      public void close() {
        writer.close();
      }
    };
  }

  @Override
  public ObjectInfo join(List<ObjectInfo> parts, ObjectKey key, PutCondition condition) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("nothing to join to " + key);
    }
    return call("join", () -> store.join(parts, key, condition));
  }

  @Override
  public Stream<ObjectInfo> list(String bucket, String prefix) {
    return call("list", () -> store.list(bucket, prefix));
  }

  @Override
  public void delete(ObjectKey key) {
    call(
        "delete",
        () -> {
          store.delete(key);
          return key;
        });
  }

  @Override
  public byte[] read(ObjectKey key) {
    return call("read", () -> store.read(key));
  }
}
