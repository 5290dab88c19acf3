// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Packs. */
public final class Gzip {
  private Gzip() {}

  public static byte[] of(byte[] plain) {
    return repeated(plain, 1);
  }

  /** The same bytes many times over, without holding them. */
  static byte[] repeated(byte[] plain, long times) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      for (long i = 0; i < times; i++) {
        gzip.write(plain);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }

  public static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      whole.writeBytes(part);
    }
    return whole.toByteArray();
  }
}
