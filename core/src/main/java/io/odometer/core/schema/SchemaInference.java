// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Infers a schema in one pass over rows of text cells, in bounded memory. The same rows in the same
 * order give the same schema. For one thread at a time.
 */
public final class SchemaInference {
  /** Names counted over all columns together, and the fewest for one. */
  private static final int NAMES = 400_000;

  private static final int LEAST_NAMES = 64;
  private static final int MOST_NAMES = 4_096;

  private final List<String> columns;
  private final String target;
  private final Map<String, ColumnType> pinned = new HashMap<>();
  private final Set<String> ignored;
  private final List<ColumnProfile> profiles = new ArrayList<>();

  /**
   * @param columns every column, the target among them
   * @param types columns whose type is not to be inferred
   * @param ignored columns that are no features
   */
  public SchemaInference(
      List<String> columns, String target, Map<String, ColumnType> types, Set<String> ignored) {
    this.columns = List.copyOf(columns);
    this.target = target;
    this.pinned.putAll(types);
    this.ignored = Set.copyOf(ignored);
    int names = Math.clamp(NAMES / columns.size(), LEAST_NAMES, MOST_NAMES);
    for (int i = 0; i < columns.size(); i++) {
      profiles.add(new ColumnProfile(names));
    }
  }

  /** Takes note of a row's cells, one a column. */
  public void add(String[] cells) {
    for (int i = 0; i < cells.length; i++) {
      profiles.get(i).add(cells[i]);
    }
  }

  /** What is known of the column to predict by now. */
  public Column label() {
    return ColumnDecision.label(target, profiles.get(columns.indexOf(target)));
  }

  /** What is known of a column by now, read as numbers. */
  public Column number(String name) {
    return ColumnDecision.label(name, profiles.get(columns.indexOf(name)));
  }

  /**
   * @param form how target cells were read, which was settled before all of them were seen
   */
  public Schema infer(@Nullable NumberForm form) {
    Column label = label();
    return infer(form == null ? label : label.with(form));
  }

  private Schema infer(Column label) {
    List<Column> kept = new ArrayList<>();
    List<DroppedColumn> dropped = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.get(i);
      if (ignored.contains(name)) {
        dropped.add(new DroppedColumn(name, "ignored by the project"));
      } else if (!name.equals(target)) {
        decide(name, profiles.get(i), kept, dropped);
      }
    }
    return new Schema(label, kept, dropped);
  }

  /** What people should know of the cells of a schema's columns: unreadable ones, mixed units. */
  public List<String> remarks(Schema schema) {
    List<String> remarks = new ArrayList<>();
    for (Column column : schema.columns()) {
      ColumnProfile profile = profiles.get(columns.indexOf(column.name()));
      long unreadable = profile.unreadable(column.type());
      if (unreadable > 0) {
        remarks.add(
            "%s: %,d of %,d cells are no %s and count as missing"
                .formatted(column.name(), unreadable, profile.present(), column.type().json()));
      }
      if (column.type() == ColumnType.NUMBER
          && column.numbers() != null
          && column.numbers().mixed()) {
        remarks.add("%s: units are mixed: %s".formatted(column.name(), units(column.numbers())));
      }
    }
    return remarks;
  }

  private static String units(NumberForm form) {
    return form.units().stream()
        .map(unit -> unit.isEmpty() ? "none" : unit)
        .collect(Collectors.joining(", "));
  }

  private void decide(
      String name, ColumnProfile profile, List<Column> kept, List<DroppedColumn> dropped) {
    ColumnDecision decision = new ColumnDecision(name, profile, pinned.get(name));
    decision
        .reasonToDrop()
        .ifPresentOrElse(
            reason -> dropped.add(new DroppedColumn(name, reason)),
            () -> kept.add(decision.column()));
  }
}
