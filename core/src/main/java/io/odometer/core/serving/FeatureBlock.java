// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import io.odometer.core.feature.ColumnFeatures;
import io.odometer.core.feature.FeaturePipeline;
import io.odometer.core.model.Predictor;
import io.odometer.core.schema.Row;

/** All features of each record; a cell comes to its column's. For one thread at a time. */
final class FeatureBlock extends MemberBlock {
  private static final float[] NONE = {};

  private final Predictor predictor;
  private final int width;
  private final float[] missing;
  private final float[] features;

  FeatureBlock(Member member, Row row, Fields fields, int capacity) {
    super(member, row, fields, capacity);
    FeaturePipeline pipeline = member.model().pipeline();
    this.predictor = member.model().model().predictor();
    this.width = pipeline.names().size();
    this.missing = new float[width];
    pipeline.encode(pipeline.schema().newRow(), missing);
    this.features = new float[width * capacity];
  }

  @Override
  void begin(int record) {
    System.arraycopy(missing, 0, features, record * width, width);
  }

  @Override
  Object cell(Field field) {
    ColumnFeatures column = columns[field.index()];
    return column == null ? NONE : column.values(row);
  }

  @Override
  int cellBytes(Field field) {
    ColumnFeatures column = columns[field.index()];
    return column == null ? 0 : column.width() * Float.BYTES;
  }

  @Override
  void put(Field field, Object cell, int record) {
    ColumnFeatures column = columns[field.index()];
    if (column != null) {
      column.put((float[]) cell, features, record * width);
    }
  }

  @Override
  void predict(int records) {
    predictor.predict(features, width, records, predictions);
  }
}
