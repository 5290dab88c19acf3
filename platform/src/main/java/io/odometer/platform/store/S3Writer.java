// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.store;

import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectWriter;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fills one part while the ones before are on their way; what fits in one part is put in one piece.
 * Parts grow from 8 to 160 MB along the object, so that 10,000 of them hold 840 GB.
 */
final class S3Writer extends ObjectWriter {
  /** Every part but the last has at least so many bytes. */
  static final int SMALLEST_PART = 5 << 20;

  private static final int FIRST_PART = 8 << 20;
  private static final int PARTS_OF_ONE_SIZE = 500;

  private final S3Write write;
  private final PartBuffer[] buffers =
      Stream.generate(PartBuffer::new).limit(S3Upload.IN_FLIGHT + 1).toArray(PartBuffer[]::new);
  private PartBuffer filling = buffers[0];
  private int sent;
  private long size;
  private boolean open = true;
  private @Nullable S3Upload upload;

  S3Writer(S3Write write) {
    this.write = write;
  }

  static int partSize(int partsBefore) {
    return FIRST_PART * (1 + partsBefore / PARTS_OF_ONE_SIZE);
  }

  /** Bytes that no part has taken yet. */
  int pending() {
    return filling.length();
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    requireOpen();
    for (int taken = 0; taken < length; ) {
      if (filling.length() == partSize(parts())) {
        send();
      }
      taken += filling.fill(bytes, offset + taken, length - taken, partSize(parts()));
    }
    size += length;
  }

  private int parts() {
    return upload == null ? 0 : upload.parts();
  }

  private void send() {
    try {
      begun().send(filling.bytes(), filling.length());
    } catch (S3Exception failure) {
      throw failure.named();
    }
    sent++;
    filling = buffers[sent % buffers.length];
    filling.clear();
  }

  /** A piece of another object, of {@link #SMALLEST_PART} or more, inside the store. */
  void copy(ObjectInfo source, long offset, long length) {
    requireOpen();
    if (pending() > 0) {
      send();
    }
    try {
      begun().copy(source, offset, length);
    } catch (S3Exception failure) {
      throw failure.named();
    }
    size += length;
  }

  private S3Upload begun() throws S3Exception {
    S3Upload current = upload;
    if (current == null) {
      current = write.upload();
      upload = current;
    }
    return current;
  }

  @Override
  public ObjectInfo finish() {
    requireOpen();
    open = false;
    S3Upload parts = upload;
    return parts == null ? write.put(filling.bytes(), filling.length()) : complete(parts);
  }

  private ObjectInfo complete(S3Upload parts) {
    if (pending() > 0) {
      send();
    }
    awaitAll(parts);
    ObjectInfo info = write.settle(size, parts::complete);
    upload = null;
    return info;
  }

  private static void awaitAll(S3Upload parts) {
    try {
      parts.awaitAll();
    } catch (S3Exception failure) {
      throw failure.named();
    }
  }

  private void requireOpen() {
    if (!open) {
      throw new IllegalStateException("the object is finished or abandoned");
    }
  }

  @Override
  public void close() {
    open = false;
    if (upload != null) {
      upload.abort();
      upload = null;
    }
  }
}
