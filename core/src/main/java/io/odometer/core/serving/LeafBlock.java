// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import io.odometer.core.feature.ColumnFeatures;
import io.odometer.core.model.LeafForest;
import io.odometer.core.model.LeafPredictor;
import io.odometer.core.schema.Row;

/** A cell comes to the leaves of a forest that it leaves open. For one thread at a time. */
final class LeafBlock extends MemberBlock {
  private final LeafForest forest;
  private final LeafPredictor predictor;
  private final int[][] places;
  private final long[][] missing;
  private final long[][] open;

  LeafBlock(Member member, LeafForest forest, Row row, Fields fields, int capacity) {
    super(member, row, fields, capacity);
    this.forest = forest;
    this.predictor = forest.predictor();
    this.places = new int[fields.size()][];
    this.missing = new long[fields.size()][];
    Row empty = member.model().pipeline().schema().newRow();
    for (int field = 0; field < missing.length; field++) {
      ColumnFeatures column = columns[field];
      places[field] = column == null ? new int[0] : column.places();
      missing[field] = column == null ? forest.all() : open(places[field], column.values(empty));
    }
    this.open = new long[fields.size() * capacity][];
  }

  /** What all features of a column leave open; of a single one, the forest's own array. */
  private long[] open(int[] features, float[] values) {
    if (values.length == 0) {
      return forest.all();
    }
    long[] first = forest.open(features[0], values[0]);
    if (values.length == 1) {
      return first;
    }
    long[] met = first.clone();
    for (int i = 1; i < values.length; i++) {
      and(met, forest.open(features[i], values[i]));
    }
    return met;
  }

  private static void and(long[] met, long[] open) {
    for (int tree = 0; tree < met.length; tree++) {
      met[tree] &= open[tree];
    }
  }

  @Override
  void begin(int record) {
    System.arraycopy(missing, 0, open, record * missing.length, missing.length);
  }

  @Override
  Object cell(Field field) {
    ColumnFeatures column = columns[field.index()];
    return column == null ? forest.all() : open(places[field.index()], column.values(row));
  }

  @Override
  int cellBytes(Field field) {
    return places[field.index()].length > 1 ? forest.words() * Long.BYTES : 0;
  }

  @Override
  void put(Field field, Object cell, int record) {
    open[record * missing.length + field.index()] = (long[]) cell;
  }

  @Override
  void predict(int records) {
    predictor.predict(open, missing.length, records, predictions);
  }
}
