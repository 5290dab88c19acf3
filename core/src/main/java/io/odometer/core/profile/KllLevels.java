// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.profile;

import io.odometer.core.table.Hashes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The upper levels of a KLL sketch (Karnin, Lang, Liberty 2016) with Deequ's parameters: a value on
 * level h stands for 2<sup>h</sup> observations, and a level that overflows hands every second of
 * its values up. Whether that is the odd or the even ones is drawn from a fixed hash, and is the
 * other the next time, so that equal rows in equal order give equal sketches.
 */
final class KllLevels {
  static final int WIDTH = 2_048;
  static final double SHRINK = 0.64;

  private static final double[] NOTHING = {};

  /** Sorted; level 0 stays empty here. */
  private final List<double[]> levels = new ArrayList<>(List.of(NOTHING));

  private final List<Integer> compactions = new ArrayList<>(List.of(0));

  /** How many values a level holds that is so far below the top. */
  static int capacity(int depth) {
    return 2 * ((int) Math.ceil(WIDTH * Math.pow(SHRINK, depth) / 2) + 1);
  }

  /** Takes an even number of sorted values of level 0. */
  void add(double[] sorted) {
    insert(1, half(0, sorted));
    compress();
  }

  void merge(KllLevels other) {
    for (int level = 1; level < other.levels.size(); level++) {
      insert(level, other.levels.get(level));
    }
    compress();
  }

  int top() {
    return levels.size() - 1;
  }

  double[] level(int level) {
    return levels.get(level);
  }

  private void insert(int level, double[] sorted) {
    while (levels.size() <= level) {
      levels.add(NOTHING);
      compactions.add(0);
    }
    levels.set(level, merged(levels.get(level), sorted));
  }

  private void compress() {
    for (int level = 1; level < levels.size(); level++) {
      double[] values = levels.get(level);
      if (values.length > capacity(top() - level)) {
        int odd = values.length % 2;
        levels.set(level, Arrays.copyOf(values, odd));
        insert(level + 1, half(level, Arrays.copyOfRange(values, odd, values.length)));
      }
    }
  }

  private double[] half(int level, double[] sorted) {
    int offset = nextOffset(level);
    double[] half = new double[sorted.length / 2];
    for (int i = 0; i < half.length; i++) {
      half[i] = sorted[2 * i + offset];
    }
    return half;
  }

  private int nextOffset(int level) {
    int count = compactions.get(level);
    compactions.set(level, count + 1);
    long pair = ((long) level << 32) + count / 2;
    return (int) (Hashes.mix(pair + 1) & 1) ^ (count & 1);
  }

  private static double[] merged(double[] left, double[] right) {
    if (left.length == 0) {
      return right;
    }
    double[] all = new double[left.length + right.length];
    int i = 0;
    int j = 0;
    for (int k = 0; k < all.length; k++) {
      boolean takeLeft = j == right.length || (i < left.length && left[i] <= right[j]);
      all[k] = takeLeft ? left[i++] : right[j++];
    }
    return all;
  }
}
