// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import io.odometer.core.schema.Column;
import io.odometer.core.schema.DroppedColumn;
import io.odometer.core.schema.Schema;
import io.odometer.core.table.Cells;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The features of an endpoint whose members may have been trained on different columns: those of
 * the newest member in its order, then what only others know. Immutable.
 */
public final class Fields {
  private final List<Field> all = new ArrayList<>();
  private final Map<String, Field> byName = new HashMap<>();
  private final Set<String> unused = new HashSet<>();
  private final int positions;

  private Fields(List<Schema> schemas) {
    for (Schema schema : schemas) {
      schema.columns().forEach(this::add);
      unused.add(schema.target());
      schema.dropped().stream().map(DroppedColumn::name).forEach(unused::add);
    }
    unused.removeAll(byName.keySet());
    positions = schemas.getFirst().columns().size();
  }

  /**
   * What members trained on these take.
   *
   * @param schemas the newest member's first
   */
  public static Fields of(List<Schema> schemas) {
    return new Fields(schemas);
  }

  private void add(Column column) {
    byName.computeIfAbsent(
        column.name(),
        name -> {
          Field field = new Field(all.size(), column);
          all.add(field);
          return field;
        });
  }

  public List<Field> all() {
    return List.copyOf(all);
  }

  public int size() {
    return all.size();
  }

  /** How many values a record without names has: one a column of the newest member. */
  public int positions() {
    return positions;
  }

  public Field at(int position) {
    return all.get(position);
  }

  /** Each field's column in the schema, -1 where it has none. */
  int[] columnsOf(Schema schema) {
    return all.stream().mapToInt(field -> schema.indexOf(field.name())).toArray();
  }

  public @Nullable Field find(String name) {
    Field found = byName.get(name);
    return found == null ? byName.get(Cells.normalise(name)) : found;
  }

  /** Whether most of the cells are names of columns, so that they are hardly values. */
  public boolean isHeader(List<String> cells) {
    long names = cells.stream().filter(cell -> find(cell) != null || isUnused(cell)).count();
    return 2 * names > cells.size();
  }

  /** Whether the training data had the column, but no member needs it: the target, for one. */
  public boolean isUnused(String name) {
    return unused.contains(Cells.normalise(name));
  }
}
