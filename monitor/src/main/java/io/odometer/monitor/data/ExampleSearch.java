// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.data;

import io.odometer.core.drift.DataQualityReport;
import io.odometer.core.drift.Violation;
import io.odometer.core.schema.Schema;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.monitor.data.DataFindings.Examples;
import io.odometer.monitor.payload.PayloadReader;
import io.odometer.monitor.payload.PayloadRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds a few rows that show each violation. It looks again at the rows, at the first of very many,
 * and only when something was found.
 */
final class ExampleSearch {
  private static final int ROWS_EACH = 5;
  private static final int MOST_ROWS = 500_000;
  private static final int OTHER_COLUMNS = 6;
  private static final int LETTERS = 80;

  private final ObjectStore store;
  private final Schema schema;
  private final DataQualityReport report;
  private final Map<Violation, List<Map<String, String>>> found = new LinkedHashMap<>();
  private int looked;

  ExampleSearch(ObjectStore store, Schema schema, DataQualityReport report) {
    this.store = store;
    this.schema = schema;
    this.report = report;
    report.violations().forEach(violation -> found.put(violation, new ArrayList<>()));
  }

  List<Examples> in(List<ObjectKey> parts) {
    parts.forEach(this::look);
    return found.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(
            entry ->
                new Examples(
                    entry.getKey().subject(),
                    entry.getKey().constraintCheckType(),
                    entry.getValue()))
        .toList();
  }

  private void look(ObjectKey part) {
    if (isEnough()) {
      return;
    }
    try (PayloadReader reader = new PayloadReader(store, part)) {
      Map<Violation, RowTest> tests = new LinkedHashMap<>();
      RowTests maker = new RowTests(schema, reader.columns(), report);
      found.keySet().forEach(violation -> tests.put(violation, maker.of(violation)));
      for (PayloadRow row = reader.next(); row != null && !isEnough(); row = reader.next()) {
        looked++;
        PayloadRow one = row;
        tests.forEach((violation, test) -> take(violation, test, reader, one));
      }
    }
  }

  private boolean isEnough() {
    return looked >= MOST_ROWS
        || found.values().stream().allMatch(rows -> rows.size() >= ROWS_EACH);
  }

  private void take(Violation violation, RowTest test, PayloadReader reader, PayloadRow row) {
    List<Map<String, String>> rows = found.getOrDefault(violation, List.of());
    if (rows.size() < ROWS_EACH && test.shows(row)) {
      rows.add(cells(violation.subject(), reader.columns().features(), row));
    }
  }

  private static Map<String, String> cells(String feature, List<String> features, PayloadRow row) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("odometer.id", row.id());
    cells.put("odometer.time", row.time().toString());
    cells.put("odometer.prediction", Double.toString(row.prediction()));
    int own = features.indexOf(feature);
    if (own >= 0) {
      cells.put(feature, shortened(row.feature(own)));
    }
    for (int i = 0, others = 0; i < features.size() && others < OTHER_COLUMNS; i++) {
      if (i != own) {
        cells.put(features.get(i), shortened(row.feature(i)));
        others++;
      }
    }
    return cells;
  }

  private static String shortened(String cell) {
    return cell.codePointCount(0, cell.length()) <= LETTERS
        ? cell
        : cell.substring(0, cell.offsetByCodePoints(0, LETTERS)) + "…";
  }
}
