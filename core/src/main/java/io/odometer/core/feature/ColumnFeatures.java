// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.feature;

import io.odometer.core.schema.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * The features that one column makes, and where they lie among all of a pipeline's. Since no other
 * column has a part in them, the same cell makes the same ones in every row. Immutable.
 */
public final class ColumnFeatures {
  private final FeatureEncoder[] steps;
  private final int[] starts;
  private final int[] offsets;
  private final int width;

  private ColumnFeatures(
      List<FeatureEncoder> steps, List<Integer> starts, List<Integer> offsets, int width) {
    this.steps = steps.toArray(FeatureEncoder[]::new);
    this.starts = starts.stream().mapToInt(Integer::intValue).toArray();
    this.offsets = offsets.stream().mapToInt(Integer::intValue).toArray();
    this.width = width;
  }

  static ColumnFeatures of(int column, FeatureEncoder[] all, int[] allOffsets, int allFeatures) {
    List<FeatureEncoder> steps = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    List<Integer> offsets = new ArrayList<>();
    int width = 0;
    for (int i = 0; i < all.length; i++) {
      if (all[i].column() == column) {
        steps.add(all[i]);
        starts.add(width);
        offsets.add(allOffsets[i]);
        width += (i + 1 < all.length ? allOffsets[i + 1] : allFeatures) - allOffsets[i];
      }
    }
    return new ColumnFeatures(steps, starts, offsets, width);
  }

  /** How many there are. */
  public int width() {
    return width;
  }

  /** Where each of them lies among all of a pipeline's. */
  public int[] places() {
    int[] places = new int[width];
    for (int i = 0; i < starts.length; i++) {
      int end = i + 1 < starts.length ? starts[i + 1] : width;
      for (int place = starts[i]; place < end; place++) {
        places[place] = offsets[i] + place - starts[i];
      }
    }
    return places;
  }

  /** What the column of this row makes. */
  public float[] values(Row row) {
    float[] values = new float[width];
    for (int i = 0; i < steps.length; i++) {
      steps[i].encode(row, values, starts[i]);
    }
    return values;
  }

  /** Puts what {@link #values} has made where it belongs in a row of all features. */
  public void put(float[] values, float[] features, int rowStart) {
    for (int i = 0; i < starts.length; i++) {
      int length = (i + 1 < starts.length ? starts[i + 1] : width) - starts[i];
      System.arraycopy(values, starts[i], features, rowStart + offsets[i], length);
    }
  }
}
