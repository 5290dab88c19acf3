// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.consolidate;

import io.odometer.core.schema.LabelReader;
import io.odometer.core.table.Cells;
import io.odometer.monitor.payload.LabelRow;
import java.util.List;
import java.util.function.Consumer;

/** Takes labels as text, and refuses those that say nothing. For one thread. */
final class Labels {
  private static final int LONGEST_ID = 1_000;

  private final LabelReader reader;
  private final Consumer<LabelRow> rows;

  /**
   * @param reader reads numbers as the training did
   */
  Labels(LabelReader reader, Consumer<LabelRow> rows) {
    this.reader = reader;
    this.rows = rows;
  }

  /**
   * @throws UnreadableCapture if the label is of no use
   */
  void byId(String id, String label) {
    String trimmed = Cells.trim(id);
    if (trimmed.isEmpty() || trimmed.length() > LONGEST_ID) {
      throw new UnreadableCapture("a label without an id");
    }
    rows.accept(new LabelRow(trimmed, List.of(), number(label)));
  }

  /**
   * @throws UnreadableCapture if the label is of no use
   */
  void byKeys(List<String> keys, String label) {
    List<String> normal = keys.stream().map(Cells::normalise).toList();
    if (normal.stream().anyMatch(String::isEmpty)) {
      throw new UnreadableCapture("a label that lacks a key");
    }
    rows.accept(new LabelRow(null, normal, number(label)));
  }

  private double number(String label) {
    if (Cells.isMissing(label)) {
      throw new UnreadableCapture("no label");
    }
    double number = reader.read(label);
    if (!Double.isFinite(number)) {
      throw new UnreadableCapture("a label that is no number");
    }
    return number;
  }
}
