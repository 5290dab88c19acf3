// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.profile;

import io.odometer.core.schema.CellOutcome;
import io.odometer.core.schema.DroppedColumn;
import io.odometer.core.schema.Row;
import io.odometer.core.schema.Schema;
import io.odometer.core.schema.TextValue;
import io.odometer.core.table.Cells;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Profiles rows of text cells, read by a frozen schema: a cell means what it meant in training.
 * Columns that the training had and left out, the target among them, are passed over; those that it
 * did not have are counted as extra. For one thread at a time.
 */
public final class RowProfiler {
  private final List<String> header;
  private final Schema schema;
  private final int[] columns;
  private final boolean[] extra;
  private final long[] extraCells;
  private final Row row;
  private final DatasetProfile profile;

  /**
   * @param header of the table whose rows will come
   * @param ignored columns that are ours and none of the data's
   */
  public RowProfiler(Schema schema, List<String> header, Set<String> ignored) {
    this.schema = schema;
    this.header = List.copyOf(header);
    this.columns = header.stream().mapToInt(schema::indexOf).toArray();
    this.extra = extra(schema, header, ignored);
    this.extraCells = new long[columns.length];
    this.row = schema.newRow();
    this.profile = new DatasetProfile(ProfiledColumn.of(schema));
  }

  private static boolean[] extra(Schema schema, List<String> header, Set<String> ignored) {
    Set<String> known = new HashSet<>(ignored);
    known.add(schema.target());
    schema.dropped().stream().map(DroppedColumn::name).forEach(known::add);
    boolean[] extra = new boolean[header.size()];
    for (int i = 0; i < extra.length; i++) {
      String name = header.get(i);
      extra[i] = schema.indexOf(name) < 0 && !known.contains(name);
    }
    return extra;
  }

  /** Takes a row, one cell a column of the header; a cell that is not there is missing. */
  public void add(String[] cells) {
    for (int i = 0; i < columns.length; i++) {
      String cell = i < cells.length ? cells[i] : "";
      if (columns[i] >= 0) {
        take(columns[i], cell);
      } else if (extra[i] && !Cells.isMissing(cell)) {
        extraCells[i]++;
      }
    }
    profile.end();
  }

  private void take(int column, String cell) {
    CellOutcome outcome = row.set(column, cell);
    switch (outcome) {
      case VALUE -> value(column);
      case MISSING -> profile.missing(column);
      case UNREADABLE -> profile.unreadable(column);
    }
  }

  private void value(int column) {
    switch (schema.columns().get(column).type()) {
      case NUMBER, DATE -> profile.number(column, row.number(column, 0));
      case CATEGORY, TEXT -> {
        TextValue text = Objects.requireNonNull(row.text(column));
        profile.text(column, text.whole());
      }
    }
  }

  /** What was taken so far; more rows may follow, and add to the next answer only. */
  public DatasetProfile profile() {
    DatasetProfile taken = new DatasetProfile(ProfiledColumn.of(schema));
    taken.merge(profile);
    for (int i = 0; i < extraCells.length; i++) {
      if (extraCells[i] > 0) {
        taken.extraColumn(header.get(i), extraCells[i]);
      }
    }
    return taken;
  }
}
