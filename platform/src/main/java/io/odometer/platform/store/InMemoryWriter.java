// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.store;

import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectWriter;
import java.io.ByteArrayOutputStream;
import java.util.function.Function;

/** Gathers an object's bytes and hands them over when it is finished. */
final class InMemoryWriter extends ObjectWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Function<byte[], ObjectInfo> put;
  private boolean open = true;

  InMemoryWriter(Function<byte[], ObjectInfo> put) {
    this.put = put;
  }

  @Override
  public void write(byte[] content, int offset, int length) {
    requireOpen();
    bytes.write(content, offset, length);
  }

  @Override
  public ObjectInfo finish() {
    requireOpen();
    open = false;
    return put.apply(bytes.toByteArray());
  }

  @Override
  public void close() {
    open = false;
    bytes.reset();
  }

  private void requireOpen() {
    if (!open) {
      throw new IllegalStateException("the object is finished or abandoned");
    }
  }
}
