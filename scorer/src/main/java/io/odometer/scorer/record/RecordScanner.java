// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.record;

/**
 * Finds where records end in bytes as they come, without looking into them: at a line end outside
 * quotes, whichever of LF, CR and CR LF it is. A quote opens where a cell begins, and only there,
 * as in RFC 4180. The encoding has ASCII as a part. For one thread.
 */
public final class RecordScanner {
  private static final byte LF = '\n';
  private static final byte CR = '\r';
  private static final byte QUOTE = '"';
  private static final boolean[] STOPS = new boolean[256];

  static {
    STOPS[LF] = true;
    STOPS[CR] = true;
    STOPS[QUOTE] = true;
  }

  private enum Place {
    PLAIN,
    QUOTED,
    /** After a quote within quotes: the end of the cell, or half of a quote that is meant. */
    CLOSING
  }

  private final boolean quotes;
  private final byte delimiter;

  private Place place = Place.PLAIN;
  private byte before = LF;
  private boolean carriage;
  private long line = 1;
  private long recordLine = 1;
  private long lastLine;

  private RecordScanner(boolean quotes, char delimiter) {
    this.quotes = quotes;
    this.delimiter = (byte) delimiter;
  }

  /**
   * @param delimiter what parts cells, an ASCII character
   */
  public static RecordScanner csv(char delimiter) {
    return new RecordScanner(true, delimiter);
  }

  /** One record a line, whatever stands in it. */
  public static RecordScanner lines() {
    return new RecordScanner(false, ',');
  }

  /** The first record begins at this line. */
  public RecordScanner startingAt(long firstLine) {
    line = firstLine;
    recordLine = firstLine;
    return this;
  }

  /**
   * Goes on from {@code from}, which is where it ended or stopped before.
   *
   * @return the index after the end of the record under way, or -1 if it goes on after {@code to}
   */
  public int next(byte[] bytes, int from, int to) {
    if (carriage && from < to) {
      carriage = false;
      if (place == Place.PLAIN) {
        return end(bytes[from] == LF ? from + 1 : from);
      }
      if (bytes[from] == LF) {
        return next(bytes, from + 1, to, LF);
      }
    }
    return next(bytes, from, to, before);
  }

  private int next(byte[] bytes, int from, int to, byte beforeFirst) {
    int i = from;
    while (i < to) {
      byte value = bytes[i];
      if (place == Place.CLOSING) {
        place = value == QUOTE ? Place.QUOTED : Place.PLAIN;
        i += value == QUOTE ? 1 : 0;
      } else if (!STOPS[value & 0xff]) {
        i++;
      } else if (value == QUOTE) {
        quote(i == from ? beforeFirst : bytes[i - 1]);
        i++;
      } else {
        int after = value == CR && i + 1 < to && bytes[i + 1] == LF ? i + 2 : i + 1;
        if (value == CR && i + 1 == to) {
          return stop(true, value);
        }
        if (place == Place.PLAIN) {
          return end(after);
        }
        line++;
        i = after;
      }
    }
    return from < to ? stop(false, bytes[to - 1]) : -1;
  }

  private void quote(byte previous) {
    if (place == Place.QUOTED) {
      place = Place.CLOSING;
    } else if (quotes && (previous == delimiter || previous == LF)) {
      place = Place.QUOTED;
    }
  }

  /** What follows a carriage return at the very end is not known yet. */
  private int stop(boolean atCarriage, byte last) {
    if (atCarriage && place != Place.PLAIN) {
      line++;
    }
    carriage = atCarriage;
    before = last;
    return -1;
  }

  private int end(int at) {
    lastLine = recordLine;
    line++;
    recordLine = line;
    before = LF;
    return at;
  }

  /** Nothing follows: ends the record under way. */
  public void finish() {
    lastLine = recordLine;
  }

  /** The line where the record that ended last began. */
  public long lastLine() {
    return lastLine;
  }

  /** The line where the record under way began. */
  public long recordLine() {
    return recordLine;
  }

  /** Whether a quote is open. */
  public boolean isQuoted() {
    return place == Place.QUOTED;
  }
}
