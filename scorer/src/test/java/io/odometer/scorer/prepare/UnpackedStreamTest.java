// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.scorer.Gzip;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UnpackedStreamTest {
  private static final byte[] FIRST = noise(1_000, 1);
  private static final byte[] SECOND = noise(1_000, 2);
  private static final byte[] PACKED = Gzip.joined(Gzip.of(FIRST), Gzip.of(SECOND));

  private static byte[] noise(int length, long seed) {
    byte[] noise = new byte[length];
    new Random(seed).nextBytes(noise);
    return noise;
  }

  /** Gives a few bytes at a time and never says that there are more, as a network may do. */
  private static final class Trickle extends InputStream {
    private final InputStream bytes;
    private final int most;
    private final boolean breaks;

    Trickle(byte[] bytes, int most, boolean breaks) {
      this.bytes = new ByteArrayInputStream(bytes);
      this.most = most;
      this.breaks = breaks;
    }

    @Override
    public int read() throws IOException {
      throw new UnsupportedOperationException("read blocks");
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = bytes.read(target, offset, Math.min(most, length));
      if (read < 0 && breaks) {
        throw new EOFException("connection closed");
      }
      return read;
    }
  }

  private static byte[] unpack(InputStream packed) throws IOException {
    try (InputStream plain = new UnpackedStream(new BufferedInputStream(packed))) {
      return plain.readAllBytes();
    }
  }

  @Test
  void every_member_is_read_however_the_bytes_arrive() throws IOException {
    for (int most = 1; most <= PACKED.length; most++) {
      byte[] plain = unpack(new Trickle(PACKED, most, false));
      assertArrayEquals(Gzip.joined(FIRST, SECOND), plain, "pieces of " + most);
    }
  }

  @Test
  void what_is_cut_off_anywhere_is_damaged() {
    int whole = Gzip.of(FIRST).length;
    for (int length = 2; length < PACKED.length; length++) {
      byte[] cut = Arrays.copyOf(PACKED, length);
      if (length != whole) {
        OdometerException refusal =
            assertThrows(
                OdometerException.class,
                () -> unpack(new ByteArrayInputStream(cut)),
                "of length " + length);
        assertEquals(Errors.DATA_MALFORMED, refusal.error());
        assertTrue(refusal.reason().startsWith("it is damaged gzip, after "), refusal.reason());
      }
    }
  }

  @Test
  void what_follows_and_is_no_gzip_is_refused_rather_than_lost() {
    for (int size : new int[] {3, 10, 50, 100_000}) {
      byte[] followed = Gzip.joined(PACKED, new byte[size]);
      assertThrows(OdometerException.class, () -> unpack(new ByteArrayInputStream(followed)));
      assertThrows(OdometerException.class, () -> unpack(new Trickle(followed, 7, false)));
    }
  }

  @Test
  void damaged_bytes_are_noticed() {
    byte[] damaged = PACKED.clone();
    damaged[500] ^= 1;
    assertThrows(OdometerException.class, () -> unpack(new ByteArrayInputStream(damaged)));
  }

  @Test
  void a_connection_that_breaks_is_no_damage() {
    for (int length : new int[] {2, 100, PACKED.length / 2 + 100}) {
      byte[] part = Arrays.copyOf(PACKED, length);
      assertThrows(IOException.class, () -> unpack(new Trickle(part, 50, true)));
    }
  }
}
