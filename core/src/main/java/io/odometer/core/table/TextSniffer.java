// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Sees the bytes of a whole table go by and tells how it was written. For one thread at a time.
 *
 * <p>UTF-8 if every byte is valid UTF-8, UTF-16 if a byte order mark says so, else Windows-1252, of
 * which the printable part of Latin-1 is a subset.
 */
public final class TextSniffer {
  private static final int SAMPLE = 1 << 16;
  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final double MOST_CONTROL_SHARE = 0.001;

  private final byte[] sample = new byte[SAMPLE];
  private final Utf8Check utf8 = new Utf8Check();
  private int sampled;
  private long bytes;
  private long zeros;
  private long controls;

  public void update(byte[] buffer, int length) {
    int room = Math.min(length, SAMPLE - sampled);
    System.arraycopy(buffer, 0, sample, sampled, room);
    sampled += room;
    bytes += length;
    for (int i = 0; i < length; i++) {
      byte value = buffer[i];
      if (value >= 0 && value < ' ') {
        zeros += value == 0 ? 1 : 0;
        controls += isTextControl(value) ? 0 : 1;
      }
    }
    utf8.update(buffer, length);
  }

  /** Why this is no text, if it is none. */
  public Optional<String> binary() {
    if (isUtf16()) {
      return Optional.empty();
    }
    if (startsWith(0x50, 0x4b, 3, 4)) {
      return Optional.of("a ZIP archive or a spreadsheet");
    }
    if (startsWith(0x1f, 0x8b)) {
      return Optional.of("compressed with gzip");
    }
    if (zeros > 0) {
      return Optional.of("%,d zero bytes in it".formatted(zeros));
    }
    boolean control = controls > 2 && controls > bytes * MOST_CONTROL_SHARE;
    return control
        ? Optional.of("%,d control characters in it".formatted(controls))
        : Optional.empty();
  }

  /** Whether neither a byte order mark nor valid UTF-8 spoke for the encoding. */
  public boolean guessed() {
    return charset().equals(WESTERN);
  }

  public TextForm form() {
    Charset charset = charset();
    String text = new String(sample, 0, sampled, charset);
    return new TextForm(charset, DelimiterSniffer.sniff(text, sampled < bytes));
  }

  private Charset charset() {
    if (isUtf16()) {
      return StandardCharsets.UTF_16;
    }
    return utf8.valid() ? StandardCharsets.UTF_8 : WESTERN;
  }

  private boolean isUtf16() {
    return startsWith(0xff, 0xfe) || startsWith(0xfe, 0xff);
  }

  private boolean startsWith(int... expected) {
    byte[] head = new byte[expected.length];
    for (int i = 0; i < head.length; i++) {
      head[i] = (byte) expected[i];
    }
    return sampled >= head.length && Arrays.equals(head, Arrays.copyOf(sample, head.length));
  }

  private static boolean isTextControl(byte value) {
    return value == '\t' || value == '\n' || value == '\r' || value == '\f' || value == 0x1a;
  }
}
