// SPDX-License-Identifier: Apache-2.0
package io.odometer.benchmarks;

import io.odometer.core.profile.DatasetStatistics;
import io.odometer.core.profile.RowProfiler;
import io.odometer.core.schema.Schema;
import io.odometer.core.schema.SchemaInference;
import io.odometer.core.table.CsvLimits;
import io.odometer.core.table.CsvTable;
import io.odometer.core.table.TextForm;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A table in memory, of which windows of traffic are drawn. */
record WindowTable(Schema schema, List<String> header, List<String[]> rows) {

  static WindowTable of(ScoringTable source) {
    CsvTable csv =
        CsvTable.open(
            new ByteArrayInputStream(source.training()),
            TextForm.PLAIN,
            CsvLimits.DEFAULT,
            "the table");
    SchemaInference inference =
        new SchemaInference(csv.header(), source.target(), Map.of(), Set.of());
    List<String[]> rows = new ArrayList<>();
    for (String[] row = csv.next(); row != null; row = csv.next()) {
      inference.add(row);
      rows.add(row);
    }
    return new WindowTable(inference.infer(null), csv.header(), rows);
  }

  /** What a version would be trained on: four rows in five. */
  DatasetStatistics baseline() {
    RowProfiler profiler = profiler();
    for (int row = 0; row < rows.size(); row++) {
      if (row % 5 != 0) {
        profiler.add(rows.get(row));
      }
    }
    return profiler.profile().statistics();
  }

  /** As many rows as wanted, drawn with replacement and changed. */
  DatasetStatistics window(int size, Random random, UnaryOperator<String[]> change) {
    RowProfiler profiler = profiler();
    for (int row = 0; row < size; row++) {
      profiler.add(change.apply(rows.get(random.nextInt(rows.size()))));
    }
    return profiler.profile().statistics();
  }

  private RowProfiler profiler() {
    return new RowProfiler(schema, header, Set.of());
  }
}
