// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.prepare;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A file's text in an encoding that has ASCII as a part: unpacked if it was compressed with gzip,
 * whatever its name, and as UTF-8 if it was UTF-16.
 *
 * @param changed whether it is another than the file's own bytes
 */
record PlainText(InputStream stream, boolean changed) {
  private static final int BUFFER = 1 << 16;

  static PlainText of(InputStream file) throws IOException {
    BufferedInputStream raw = new BufferedInputStream(file, BUFFER);
    boolean packed = startsWith(raw, 0x1f, 0x8b);
    BufferedInputStream text =
        packed ? new BufferedInputStream(new UnpackedStream(raw), BUFFER) : raw;
    if (startsWith(text, 0xff, 0xfe) || startsWith(text, 0xfe, 0xff)) {
      return new PlainText(new RecodedStream(text, StandardCharsets.UTF_16), true);
    }
    return new PlainText(text, packed);
  }

  private static boolean startsWith(BufferedInputStream stream, int first, int second)
      throws IOException {
    stream.mark(2);
    boolean same = stream.read() == first && stream.read() == second;
    stream.reset();
    return same;
  }
}
