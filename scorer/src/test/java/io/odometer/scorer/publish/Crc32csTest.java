// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class Crc32csTest {
  @Test
  void parts_give_the_checksum_of_the_whole() {
    Random random = new Random(4);
    for (int round = 0; round < 500; round++) {
      byte[] whole = new byte[random.nextInt(5_000)];
      random.nextBytes(whole);
      int border = random.nextInt(whole.length + 1);
      byte[] first = Arrays.copyOf(whole, border);
      byte[] second = Arrays.copyOfRange(whole, border, whole.length);
      assertEquals(
          crc(whole), Crc32cs.combine(crc(first), crc(second), second.length), "at " + border);
    }
  }

  @Test
  void parts_may_be_longer_than_an_int_counts() {
    long zeros = crc(new byte[1 << 20]);
    long length = 1 << 20;
    while (length < 1L << 33) {
      zeros = Crc32cs.combine(zeros, zeros, length);
      length *= 2;
    }
    long twice = Crc32cs.combine(zeros, zeros, length);
    long alone = Crc32cs.combine(zeros, crc(new byte[1]), 1);
    assertEquals(
        Crc32cs.combine(twice, crc(new byte[1]), 1), Crc32cs.combine(zeros, alone, length + 1));
  }

  private static long crc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return crc.getValue();
  }
}
