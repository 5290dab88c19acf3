// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.prepare;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.store.ObjectWriter;
import io.odometer.core.table.TextForm;
import io.odometer.core.table.TextSniffer;
import io.odometer.scorer.record.RecordScanner;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * One pass over a text: how it was written, where it may be cut, and a copy of it where that is
 * wanted. For one thread.
 */
final class TextPass {
  private static final int CHUNK = 1 << 17;
  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final TextSniffer sniffer = new TextSniffer();
  private final Optional<ObjectWriter> copy;
  private final LongConsumer progress;
  private final byte[] chunk = new byte[CHUNK];
  private long read;

  /**
   * @param progress is told how many bytes were read
   */
  TextPass(Optional<ObjectWriter> copy, LongConsumer progress) {
    this.copy = copy;
    this.progress = progress;
  }

  /** What was seen. */
  record Seen(TextForm form, RangeCutter cutter) {}

  /**
   * @param json whether it has a record a line; else it is a CSV
   * @throws OdometerException {@code Data.Empty}, {@code Data.Malformed} for what is no text,
   *     {@code Data.TooLarge} for a record that is too long
   */
  Seen over(InputStream text, boolean json, long rangeBytes) throws IOException {
    int length = fill(text);
    requireText();
    char delimiter = sniffer.form().delimiter();
    RecordScanner scanner = json ? RecordScanner.lines() : RecordScanner.csv(delimiter);
    RangeCutter cutter = new RangeCutter(scanner, rangeBytes);
    int begin = startsWithMark(length) ? MARK.length : 0;
    cutter.skip(begin);
    while (length > 0) {
      cutter.update(chunk, begin, length);
      begin = 0;
      length = fill(text);
    }
    cutter.end();
    requireText();
    if (cutter.records() == 0) {
      throw new OdometerException(Errors.DATA_EMPTY, "it is empty");
    }
    return new Seen(new TextForm(sniffer.form().charset(), delimiter), cutter);
  }

  private int fill(InputStream text) throws IOException {
    int length = text.readNBytes(chunk, 0, chunk.length);
    if (length > 0) {
      sniffer.update(chunk, length);
      int filled = length;
      copy.ifPresent(writer -> writer.write(chunk, 0, filled));
      read += length;
      progress.accept(read);
    }
    return length;
  }

  private boolean startsWithMark(int length) {
    return length >= MARK.length && Arrays.equals(MARK, 0, MARK.length, chunk, 0, MARK.length);
  }

  private void requireText() {
    sniffer
        .binary()
        .ifPresent(
            what -> {
              throw new OdometerException(Errors.DATA_MALFORMED, "it is no text: " + what);
            });
  }
}
