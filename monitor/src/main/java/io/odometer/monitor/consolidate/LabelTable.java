// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.consolidate;

import io.odometer.core.table.CsvLimits;
import io.odometer.core.table.CsvTable;
import io.odometer.core.table.TextForm;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/** A CSV of labels: a column that names the row, or the label keys, and the target column. */
final class LabelTable {
  private static final List<String> IDS = List.of("inference_id", "event_id", "id");

  private final CsvTable table;
  private final List<Integer> keys;
  private final int id;
  private final int target;

  /**
   * @throws UnreadableCapture if it has not the columns that it needs
   */
  LabelTable(InputStream stream, TextForm form, String name, String target, List<String> keys) {
    this.table = CsvTable.open(stream, form, CsvLimits.DEFAULT, name);
    List<String> header = table.header();
    this.target = header.indexOf(target);
    this.id = IDS.stream().mapToInt(header::indexOf).filter(i -> i >= 0).findFirst().orElse(-1);
    this.keys = keys.stream().map(header::indexOf).toList();
    if (this.target < 0) {
      throw new UnreadableCapture("a table without the target column", "'" + target + "'");
    }
    if (!isByKeys() && id < 0) {
      throw new UnreadableCapture(
          "a table whose labels nothing joins",
          "it has neither id, inference_id or event_id nor all label keys " + keys);
    }
  }

  /** The project's label keys, where it has them and the table too, go before an id. */
  private boolean isByKeys() {
    return !keys.isEmpty() && keys.stream().allMatch(key -> key >= 0);
  }

  /**
   * Hands over the next label.
   *
   * @return false after the last
   * @throws UnreadableCapture if that label is of no use
   */
  boolean next(Labels labels) {
    String[] cells = table.next();
    if (cells == null) {
      return false;
    }
    if (isByKeys()) {
      labels.byKeys(keys.stream().map(key -> cells[key]).toList(), cells[target]);
    } else if (!Arrays.stream(cells).allMatch(String::isEmpty)) {
      labels.byId(cells[id], cells[target]);
    }
    return true;
  }

  long line() {
    return table.line();
  }
}
