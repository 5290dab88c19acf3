// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.data;

import io.odometer.core.drift.CheckType;
import io.odometer.core.drift.DataQualityReport;
import io.odometer.core.drift.FeatureReport;
import io.odometer.core.drift.Histogram;
import io.odometer.core.drift.Violation;
import io.odometer.core.profile.ProfiledColumn.Kind;
import io.odometer.core.schema.CellOutcome;
import io.odometer.core.schema.Row;
import io.odometer.core.schema.Schema;
import io.odometer.core.schema.TextValue;
import io.odometer.core.scoring.PredictionColumns;
import io.odometer.monitor.payload.PayloadColumns;
import io.odometer.monitor.payload.PayloadRow;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes the tests of rows. For one thread at a time. */
final class RowTests {
  private final Schema schema;
  private final PayloadColumns columns;
  private final DataQualityReport report;
  private final Row row;

  RowTests(Schema schema, PayloadColumns columns, DataQualityReport report) {
    this.schema = schema;
    this.columns = columns;
    this.report = report;
    this.row = schema.newRow();
  }

  RowTest of(Violation violation) {
    String name = violation.subject();
    int column = schema.indexOf(name);
    int cell = columns.features().indexOf(name);
    FeatureReport feature = report.feature(name).orElse(null);
    if (feature == null) {
      return RowTest.NEVER;
    }
    return column >= 0 && cell >= 0
        ? ofFeature(CheckType.of(violation.constraintCheckType()), feature, column, cell)
        : ofPrediction(feature);
  }

  private RowTest ofFeature(
      Optional<CheckType> check, FeatureReport feature, int column, int cell) {
    return check
        .map(
            type ->
                switch (type) {
                  case COMPLETENESS -> is(CellOutcome.MISSING, column, cell);
                  case DATA_TYPE -> is(CellOutcome.UNREADABLE, column, cell);
                  case NON_NEGATIVE -> value(column, cell, one -> one.number(column, 0) < 0);
                  case BASELINE_DRIFT, CATEGORICAL_VALUES -> grown(feature, column, cell);
                  case MISSING_COLUMN, EXTRA_COLUMN -> RowTest.NEVER;
                })
        .orElse(RowTest.NEVER);
  }

  private RowTest is(CellOutcome outcome, int column, int cell) {
    return payload -> row.set(column, payload.feature(cell)) == outcome;
  }

  private RowTest value(int column, int cell, Predicate<Row> test) {
    return payload -> row.set(column, payload.feature(cell)) == CellOutcome.VALUE && test.test(row);
  }

  /** Values of the bucket, or the name, whose share grew most. */
  private RowTest grown(FeatureReport feature, int column, int cell) {
    Histogram histogram = feature.histogram();
    if (histogram == null) {
      return RowTest.NEVER;
    }
    int bucket = grownMost(histogram);
    if (feature.kind() == Kind.NUMBER) {
      return value(column, cell, one -> isIn(histogram, bucket, one.number(column, 0)));
    }
    String label = histogram.labels().get(bucket);
    return value(
        column,
        cell,
        one -> {
          TextValue text = one.text(column);
          return text != null && text.whole().equals(label);
        });
  }

  private static int grownMost(Histogram histogram) {
    int most = 0;
    for (int i = 1; i < histogram.labels().size(); i++) {
      most = growth(histogram, i) > growth(histogram, most) ? i : most;
    }
    return most;
  }

  private static double growth(Histogram histogram, int bucket) {
    return histogram.current().get(bucket) - histogram.baseline().get(bucket);
  }

  /** The first and the last bucket hold what lies beyond, too. */
  private static boolean isIn(Histogram histogram, int bucket, double number) {
    List<Double> edges = histogram.edges();
    return (bucket == 0 || number >= edges.get(bucket))
        && (bucket == edges.size() - 2 || number < edges.get(bucket + 1));
  }

  private RowTest ofPrediction(FeatureReport feature) {
    int algorithm =
        columns.algorithms().stream().map(PredictionColumns::of).toList().indexOf(feature.name());
    Histogram histogram = feature.histogram();
    if (algorithm < 0 || histogram == null) {
      return RowTest.NEVER;
    }
    int bucket = grownMost(histogram);
    return (PayloadRow payload) -> isIn(histogram, bucket, payload.prediction(algorithm));
  }
}
