// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import io.odometer.core.feature.ColumnFeatures;
import io.odometer.core.feature.FeaturePipeline;
import io.odometer.core.model.Predictor;
import io.odometer.core.schema.Row;
import org.jspecify.annotations.Nullable;

/** One member's features of many records, and what it predicts. For one thread at a time. */
final class MemberBlock {
  private static final float[] NONE = {};

  private final Row row;
  private final Predictor predictor;
  private final int width;
  private final @Nullable ColumnFeatures[] columns;
  private final float[] missing;
  private final float[] features;
  private final double[] predictions;

  /**
   * @param row where cells are parsed before their features are asked for
   */
  MemberBlock(Member member, Row row, Fields fields, int capacity) {
    FeaturePipeline pipeline = member.model().pipeline();
    this.row = row;
    this.predictor = member.model().model().predictor();
    this.width = pipeline.names().size();
    this.columns = new ColumnFeatures[fields.size()];
    for (Field field : fields.all()) {
      int column = pipeline.schema().indexOf(field.name());
      columns[field.index()] = column < 0 ? null : pipeline.column(column);
    }
    this.missing = new float[width];
    pipeline.encode(pipeline.schema().newRow(), missing);
    this.features = new float[width * capacity];
    this.predictions = new double[capacity];
  }

  void begin(int record) {
    System.arraycopy(missing, 0, features, record * width, width);
  }

  /** What the field's cell of the row makes. */
  float[] features(Field field) {
    ColumnFeatures column = columns[field.index()];
    return column == null ? NONE : column.values(row);
  }

  void put(Field field, float[] values, int record) {
    ColumnFeatures column = columns[field.index()];
    if (column != null) {
      column.put(values, features, record * width);
    }
  }

  void predict(int records) {
    predictor.predict(features, width, records, predictions);
  }

  double prediction(int record) {
    return predictions[record];
  }
}
