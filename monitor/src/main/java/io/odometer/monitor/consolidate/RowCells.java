// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.consolidate;

import io.odometer.core.project.Algorithm;
import io.odometer.core.serving.Field;
import io.odometer.core.serving.Fields;
import io.odometer.core.serving.RecordCells;
import io.odometer.core.table.Cells;
import io.odometer.monitor.payload.PayloadColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of a table from the records of one request. Takes every cell as it is: what it is
 * worth is judged later. For one thread.
 */
final class RowCells implements RecordCells {
  private final CapturedEvent event;
  private final RecordLayout layout;
  private final PayloadColumns columns;
  private final RowCounts counts;
  private final Consumer<String[]> rows;
  private final boolean[] named;
  private final List<String> extra = new ArrayList<>();
  private String[] cells;
  private int row;

  RowCells(
      CapturedEvent event,
      RecordLayout layout,
      PayloadColumns columns,
      RowCounts counts,
      Consumer<String[]> rows) {
    this.event = event;
    this.layout = layout;
    this.columns = columns;
    this.counts = counts;
    this.rows = rows;
    this.named = new boolean[layout.fields().size()];
    this.cells = new String[columns.width()];
  }

  /** How many were read. */
  int rows() {
    return row;
  }

  @Override
  public Fields fields() {
    return layout.fields();
  }

  @Override
  public void begin() {
    cells = new String[columns.width()];
    Arrays.fill(cells, "");
    Arrays.fill(named, false);
    extra.clear();
  }

  @Override
  public @Nullable Field field(String name) {
    Field found = fields().find(name);
    if (found == null && !fields().isUnused(name)) {
      extra.add(name);
    }
    return found;
  }

  @Override
  public void text(Field field, String text) {
    put(field, CellText.of(text));
  }

  @Override
  public void number(Field field, double number) {
    put(field, CellText.of(field, number));
  }

  @Override
  public void nothing(Field field) {
    put(field, "");
  }

  private void put(Field field, String text) {
    named[field.index()] = true;
    int feature = layout.features().get(field.index());
    int key = layout.keys().get(field.index());
    if (feature >= 0) {
      cells[columns.firstFeature() + feature] = text;
    }
    if (key >= 0) {
      cells[columns.key(key)] = Cells.normalise(text);
    }
  }

  @Override
  public void end() {
    List<@Nullable Double> predictions =
        row < event.predictions().size() ? event.predictions().get(row) : List.of();
    columns.describe(cells, id(), event.time(), event.source().text(), event.status());
    for (int i = 0; i < predictions.size(); i++) {
      predict(i, predictions.get(i));
    }
    counts.add(event, !cells[PayloadColumns.PREDICTION].isEmpty());
    count();
    rows.accept(cells);
    row++;
  }

  private String id() {
    return event.predictions().size() == 1 ? event.id() : event.id() + "/" + row;
  }

  /** The combined one is first, then the members' follow. */
  private void predict(int index, @Nullable Double value) {
    String text = value == null ? "" : Double.toString(value);
    if (index == 0) {
      cells[PayloadColumns.PREDICTION] = text;
    } else if (index <= event.members().size()) {
      Algorithm algorithm = event.members().get(index - 1).algorithm();
      String version = event.members().get(index - 1).version().value();
      columns.predict(cells, algorithm, text, version);
    }
  }

  private void count() {
    extra.forEach(counts::extra);
    for (Field field : fields().all()) {
      if (named[field.index()]) {
        int feature = layout.features().get(field.index());
        if (feature >= 0) {
          counts.named(feature);
        } else if (layout.keys().get(field.index()) < 0) {
          counts.retired(field.name());
        }
      }
    }
  }
}
