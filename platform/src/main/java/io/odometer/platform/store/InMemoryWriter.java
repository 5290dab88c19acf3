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

  InMemoryWriter(Function<byte[], ObjectInfo> put) {
    this.put = put;
  }

  @Override
  public void write(byte[] content, int offset, int length) {
    bytes.write(content, offset, length);
  }

  @Override
  public ObjectInfo finish() {
    return put.apply(bytes.toByteArray());
  }

  @Override
  public void close() {
    bytes.reset();
  }
}
