// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.prepare;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.scoring.ScoringRange;
import io.odometer.scorer.plan.InputObjects;
import io.odometer.scorer.record.RecordScanner;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Sees the bytes of a text go by and cuts it at ends of records into ranges of about the same size.
 * Keeps the first record that is not empty. For one thread.
 */
final class RangeCutter {
  /** Ranges travel with a workflow's data, which is bounded. */
  private static final int MOST_RANGES = 400;

  private record Cut(long offset, long line) {}

  private final RecordScanner scanner;
  private final long rangeBytes;
  private final List<Cut> cuts = new ArrayList<>();
  private final ByteArrayOutputStream first = new ByteArrayOutputStream();
  private boolean firstIsWhole;
  private Cut firstBegin = new Cut(0, 1);
  private Cut firstEnd = new Cut(0, 1);
  private long position;
  private long recordStart;
  private boolean blank = true;
  private long records;

  RangeCutter(RecordScanner scanner, long rangeBytes) {
    this.scanner = scanner;
    this.rangeBytes = rangeBytes;
  }

  /** Bytes that are no text, such as a mark before it. */
  void skip(int bytes) {
    position += bytes;
    recordStart = position;
    cuts.add(new Cut(position, 1));
  }

  void update(byte[] bytes, int from, int to) {
    int begin = from;
    for (int end = scanner.next(bytes, begin, to); end >= 0; ) {
      see(bytes, begin, end);
      ended(position + end - from, scanner.lastLine(), scanner.recordLine());
      begin = end;
      end = scanner.next(bytes, begin, to);
    }
    see(bytes, begin, to);
    position += to - from;
    checkLength(position, scanner.recordLine());
  }

  private void see(byte[] bytes, int from, int to) {
    if (!firstIsWhole) {
      first.write(bytes, from, to - from);
    }
    for (int i = from; blank && i < to; i++) {
      blank = bytes[i] == '\n' || bytes[i] == '\r';
    }
  }

  private void ended(long end, long line, long nextLine) {
    checkLength(end, line);
    if (!firstIsWhole) {
      endFirst(end, line, nextLine);
    }
    records += firstIsWhole && !blank ? 1 : 0;
    blank = true;
    if (end - cuts.getLast().offset >= rangeBytes) {
      cuts.add(new Cut(end, nextLine));
    }
    recordStart = end;
  }

  private void endFirst(long end, long line, long nextLine) {
    firstIsWhole = !firstText().isBlank();
    if (firstIsWhole) {
      firstBegin = new Cut(recordStart, line);
      firstEnd = new Cut(end, nextLine);
    } else {
      first.reset();
    }
  }

  private void checkLength(long end, long line) {
    if (end - recordStart > InputObjects.LONGEST_RECORD) {
      throw scanner.isQuoted()
          ? unclosed(line)
          : new OdometerException(
              Errors.DATA_TOO_LARGE,
              "the row that begins at line %d has more than %,d bytes"
                  .formatted(line, InputObjects.LONGEST_RECORD));
    }
  }

  private static OdometerException unclosed(long line) {
    return new OdometerException(
        Errors.DATA_MALFORMED,
        "in the row that begins at line %d a quote opens that does not close".formatted(line));
  }

  /** Nothing follows. */
  void end() {
    if (scanner.isQuoted()) {
      throw unclosed(scanner.recordLine());
    }
    if (position > recordStart) {
      scanner.finish();
      ended(position, scanner.lastLine(), scanner.lastLine() + 1);
    }
  }

  /** The first record that says anything, or nothing; whatever its encoding, ASCII is right. */
  private String firstText() {
    return first.toString(StandardCharsets.ISO_8859_1);
  }

  byte[] first() {
    return first.toByteArray();
  }

  /** How many records there are, empty lines left out. */
  long records() {
    return records;
  }

  /**
   * @param headed whether the first record is none of the data
   */
  List<ScoringRange> ranges(boolean headed) {
    Cut begin = headed ? firstEnd : firstBegin;
    List<Cut> bounds = new ArrayList<>(List.of(begin));
    int step = 1 + cuts.size() / MOST_RANGES;
    for (int i = step; i < cuts.size(); i += step) {
      if (cuts.get(i).offset > begin.offset && cuts.get(i).offset < position) {
        bounds.add(cuts.get(i));
      }
    }
    bounds.add(new Cut(position, 0));
    List<ScoringRange> ranges = new ArrayList<>();
    for (int i = 0; i + 1 < bounds.size(); i++) {
      Cut from = bounds.get(i);
      ranges.add(new ScoringRange(i, from.offset, bounds.get(i + 1).offset, from.line));
    }
    return ranges;
  }
}
