// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.quality;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.table.Hashes;
import io.odometer.monitor.payload.LabelRow;
import io.odometer.monitor.payload.PayloadRow;
import java.util.Arrays;
import java.util.List;

/**
 * Labels by the hash of what they are joined by, for a set of keys that is known first: some 32
 * bytes each. Two of a billion keys that share a hash would share a label; that is not to be
 * expected. For one thread.
 */
final class LabelSlots {
  /** With 32 bytes each, half a gigabyte. */
  private static final int MOST = 1 << 24;

  private static final int FIRST_CAPACITY = 1 << 10;
  private static final String SINGLE = "/0";
  private static final char BETWEEN = '\u001f';

  private long[] keys = new long[FIRST_CAPACITY];
  private double[] labels = new double[FIRST_CAPACITY];
  private int size;

  static long id(String id) {
    return Hashes.of("i" + BETWEEN + id);
  }

  static long keys(List<String> keys) {
    return Hashes.of("k" + BETWEEN + String.join(String.valueOf(BETWEEN), keys));
  }

  /** The only row of a request may be called by its number, too. */
  private static String plain(String id) {
    return id.endsWith(SINGLE) ? id.substring(0, id.length() - SINGLE.length()) : id;
  }

  int size() {
    return size;
  }

  /** Makes room for the row's label, whichever way it comes. */
  void expect(PayloadRow row) {
    add(id(row.id()));
    if (!row.keys().isEmpty()) {
      add(keys(row.keys()));
    }
  }

  /** Makes room for the label and puts it there. */
  void take(LabelRow label) {
    add(key(label));
    put(label);
  }

  private static long key(LabelRow label) {
    return label.id() == null ? keys(label.keys()) : id(label.id());
  }

  /**
   * The last label put wins.
   *
   * @return whether it was expected
   */
  boolean put(LabelRow label) {
    int place = find(key(label));
    if (keys[place] == 0 && label.id() != null) {
      place = find(id(plain(label.id())));
    }
    if (keys[place] == 0) {
      return false;
    }
    labels[place] = label.label();
    return true;
  }

  /** The row's label: by its id, else by its keys; NaN if it has none. */
  double label(PayloadRow row) {
    double byId = at(id(row.id()));
    if (Double.isNaN(byId) && !row.id().endsWith(SINGLE)) {
      byId = at(id(row.id() + SINGLE));
    }
    return Double.isNaN(byId) && !row.keys().isEmpty() ? at(keys(row.keys())) : byId;
  }

  private double at(long key) {
    int place = find(key);
    return keys[place] == 0 ? Double.NaN : labels[place];
  }

  private void add(long key) {
    int place = find(key);
    if (keys[place] != 0) {
      return;
    }
    if (size == MOST) {
      throw new OdometerException(
          Errors.DATA_TOO_LARGE,
          "labels of more than %,d predictions or keys cannot be joined in one window"
              .formatted(MOST));
    }
    keys[place] = key == 0 ? 1 : key;
    labels[place] = Double.NaN;
    size++;
    if (size * 2L > keys.length) {
      grow();
    }
  }

  private void grow() {
    long[] oldKeys = keys;
    double[] oldLabels = labels;
    keys = new long[oldKeys.length * 2];
    labels = new double[oldKeys.length * 2];
    Arrays.fill(labels, Double.NaN);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int place = find(oldKeys[i]);
        keys[place] = oldKeys[i];
        labels[place] = oldLabels[i];
      }
    }
  }

  /** Where the key is, or would be. */
  private int find(long key) {
    long value = key == 0 ? 1 : key;
    int mask = keys.length - 1;
    int place = (int) (value ^ (value >>> 32)) & mask;
    while (keys[place] != 0 && keys[place] != value) {
      place = (place + 1) & mask;
    }
    return place;
  }
}
