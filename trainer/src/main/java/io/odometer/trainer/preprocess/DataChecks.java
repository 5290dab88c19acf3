// SPDX-License-Identifier: Apache-2.0
package io.odometer.trainer.preprocess;

import io.odometer.core.error.DidYouMean;
import io.odometer.core.error.ErrorName;
import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.schema.Column;
import io.odometer.core.schema.DroppedColumn;
import io.odometer.core.schema.Schema;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.training.RowCounts;
import java.util.List;
import java.util.stream.Collectors;

/** What must hold of the rows for training to make sense; every failure names what was found. */
final class DataChecks {
  private static final long LEAST_TRAINING_ROWS = 10;
  private static final long LEAST_JUDGING_ROWS = 2;
  private static final int SHOWN_COLUMNS = 50;

  private final String target;

  DataChecks(String target) {
    this.target = target;
  }

  void target(ObjectKey object, List<String> names) {
    if (names.contains(target)) {
      return;
    }
    String hint =
        DidYouMean.nearest(target, names).map(name -> "; did you mean '" + name + "'?").orElse("");
    String shown =
        names.stream().limit(SHOWN_COLUMNS).collect(Collectors.joining("', '", "'", "'"));
    throw failure(
        Errors.SCHEMA_TARGET_MISSING,
        "%s has no column '%s' among its %,d columns %s%s"
            .formatted(object, target, names.size(), shown, hint));
  }

  void rows(RowCounts counts, Labels labels) {
    if (counts.withoutTarget() == counts.read()) {
      throw failure(
          Errors.SCHEMA_TARGET_EMPTY,
          "column '%s' holds no number in any of %,d rows".formatted(target, counts.read()));
    }
    boolean enough =
        counts.train() >= LEAST_TRAINING_ROWS
            && counts.validation() >= LEAST_JUDGING_ROWS
            && counts.test() >= LEAST_JUDGING_ROWS;
    boolean single = counts.train() + counts.validation() + counts.test() <= 1;
    if (!single && labels.constant() && counts.filtered() < counts.read()) {
      throw failure(
          Errors.SCHEMA_TARGET_CONSTANT,
          "column '%s' holds the same number in every row".formatted(target));
    }
    if (!enough) {
      throw failure(Errors.DATA_TOO_FEW_ROWS, tooFew(counts));
    }
  }

  private static String tooFew(RowCounts counts) {
    return ("of %,d rows, %,d had no usable target, %,d were outside the filter and %,d were"
            + " duplicates; the split leaves %,d for training, %,d for validation and %,d for the"
            + " test, where %,d, %,d and %,d are the least")
        .formatted(
            counts.read(),
            counts.withoutTarget(),
            counts.filtered(),
            counts.duplicates(),
            counts.train(),
            counts.validation(),
            counts.test(),
            LEAST_TRAINING_ROWS,
            LEAST_JUDGING_ROWS,
            LEAST_JUDGING_ROWS);
  }

  void features(Schema schema) {
    if (schema.columns().isEmpty()) {
      throw failure(
          Errors.SCHEMA_NO_FEATURES,
          "no column is left to learn from: "
              + schema.dropped().stream()
                  .limit(SHOWN_COLUMNS)
                  .map(DataChecks::describe)
                  .collect(Collectors.joining(", ")));
    }
  }

  void size(Schema schema, RowCounts counts, long mostCells) {
    long rows = counts.train() + counts.validation() + counts.test();
    long width = schema.columns().stream().mapToLong(DataChecks::width).sum();
    if (rows * width > mostCells) {
      throw failure(
          Errors.DATA_TOO_LARGE,
          "%,d rows of %,d values are %,d values; this trainer's memory holds %,d: give it a larger heap (-Xmx), fewer rows or, by the project's ignore, fewer columns"
              .formatted(rows, width, rows * width, mostCells));
    }
  }

  private static long width(Column column) {
    return column.numbers() == null ? 1 : column.numbers().parts().size();
  }

  static String describe(DroppedColumn column) {
    return column.name() + " (" + column.reason() + ")";
  }

  static OdometerException failure(ErrorName error, String message) {
    return new OdometerException(error, message);
  }
}
