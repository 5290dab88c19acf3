// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Moments and a quantile sketch of numbers, about 64 KiB however many there are. As long as they
 * fit, the values themselves are kept in the order of arrival. For one thread at a time.
 */
final class NumberProfile {
  private static final int RAW = KllLevels.capacity(0);

  private final Moments moments = new Moments();
  private final KllLevels levels = new KllLevels();
  private final double[] raw = new double[RAW];
  private int waiting;

  /** Takes a finite number. */
  void add(double value) {
    if (waiting == RAW) {
      settle();
    }
    // There is but one zero.
    raw[waiting++] = value + 0.0;
  }

  private void settle() {
    moments.add(raw, RAW);
    double[] sorted = raw.clone();
    Arrays.sort(sorted);
    levels.add(sorted);
    waiting = 0;
  }

  void merge(NumberProfile other) {
    moments.merge(other.moments);
    levels.merge(other.levels);
    for (int i = 0; i < other.waiting; i++) {
      add(other.raw[i]);
    }
  }

  long count() {
    return moments.count() + waiting;
  }

  Moments moments() {
    Moments all = new Moments();
    all.merge(moments);
    if (waiting > 0) {
      all.add(raw, waiting);
    }
    return all;
  }

  /** Values by level, as {@link KllLevels} has them, the newest on level 0. */
  List<List<Double>> sketch() {
    List<List<Double>> data = new ArrayList<>();
    data.add(Arrays.stream(raw, 0, waiting).boxed().toList());
    for (int level = 1; level <= levels.top(); level++) {
      data.add(Arrays.stream(levels.level(level)).boxed().toList());
    }
    return data;
  }

  /** How many bytes the numbers take that are kept. */
  long bytes() {
    long kept = RAW;
    for (int level = 1; level <= levels.top(); level++) {
      kept += levels.level(level).length;
    }
    return kept * Double.BYTES;
  }
}
