// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import io.odometer.core.feature.ColumnFeatures;
import io.odometer.core.feature.FeaturePipeline;
import io.odometer.core.model.LeafForest;
import io.odometer.core.schema.Row;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one member has of many records, and what it predicts. For one thread at a time. */
abstract sealed class MemberBlock permits FeatureBlock, LeafBlock {
  /** One a field; null where the member does not know it. */
  final @Nullable ColumnFeatures[] columns;

  final Row row;
  final double[] predictions;

  /**
   * @param row where cells are parsed before they are asked for
   */
  MemberBlock(Member member, Row row, Fields fields, int capacity) {
    FeaturePipeline pipeline = member.model().pipeline();
    this.row = row;
    this.columns = new ColumnFeatures[fields.size()];
    for (Field field : fields.all()) {
      int column = pipeline.schema().indexOf(field.name());
      columns[field.index()] = column < 0 ? null : pipeline.column(column);
    }
    this.predictions = new double[capacity];
  }

  static MemberBlock of(Member member, Row row, Fields fields, int capacity) {
    Optional<LeafForest> leaves = member.model().model().leaves();
    return leaves.isPresent()
        ? new LeafBlock(member, leaves.get(), row, fields, capacity)
        : new FeatureBlock(member, row, fields, capacity);
  }

  /** Begins a record: every field is missing. */
  abstract void begin(int record);

  /** What the field's cell of the row comes to, in a form that only this block knows. */
  abstract Object cell(Field field);

  /** Bytes of what {@link #cell} gives, about. */
  abstract int cellBytes(Field field);

  abstract void put(Field field, Object cell, int record);

  abstract void predict(int records);

  double prediction(int record) {
    return predictions[record];
  }
}
