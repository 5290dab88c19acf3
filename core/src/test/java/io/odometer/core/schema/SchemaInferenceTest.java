// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.json.Json;
import io.odometer.core.project.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SchemaInferenceTest {
  private static final int ROWS = 200;

  private final List<String> names = new ArrayList<>(List.of("price"));
  private final List<IntFunction<String>> cells =
      new ArrayList<>(List.of(row -> Integer.toString(100 + row)));

  @Test
  void types_units_and_ranges_are_inferred() {
    column("engine", row -> row % 10 == 0 ? "" : (1000 + row) + " CC");
    column("fuel", row -> row % 2 == 0 ? "Diesel" : "Petrol");
    column("name", row -> "Maker Line" + row % 7 + " Version " + row);
    column("sold", row -> "2020-01-" + (10 + row % 20));
    column("day", row -> (row % 28 + 1) + "/1/2020");
    column("torque", row -> (100 + row) + "Nm@ " + (2000 + row % 3) + "rpm");
    Schema schema = infer(Map.of(), Set.of());
    Column engine = schema.columns().get(schema.indexOf(" engine "));
    assertEquals(ColumnType.NUMBER, engine.type());
    assertEquals("cc", engine.unit());
    assertEquals(new Range(1001, 1199), engine.range());
    assertEquals(0.1, engine.missing(), 1e-9);
    assertEquals(ColumnType.CATEGORY, type(schema, "fuel"));
    assertEquals(ColumnType.TEXT, type(schema, "name"));
    assertEquals(ColumnType.DATE, type(schema, "sold"));
    assertEquals(ColumnType.DATE, type(schema, "day"));
    assertTrue(schema.columns().get(schema.indexOf("day")).dayFirst());
    NumberForm torque = schema.columns().get(schema.indexOf("torque")).numbers();
    assertEquals(List.of("nm", "rpm"), torque == null ? List.of() : torque.parts());
    assertEquals("price", schema.target());
    assertEquals(-1, schema.indexOf("price"));
  }

  @Test
  void columns_that_tell_nothing_are_dropped_with_the_reason() {
    column("constant", row -> "x");
    column("empty", row -> "n/a");
    column("advert", row -> "/ad/" + (25451236 + row * 7));
    column("row", Integer::toString);
    column("mileage", row -> Integer.toString(row * 7919 % 1009));
    column("secret", row -> row % 2 == 0 ? "a" : "b");
    Schema schema = infer(Map.of(), Set.of("secret"));
    assertEquals(List.of("mileage"), schema.columns().stream().map(Column::name).toList());
    assertEquals(
        List.of("constant", "empty", "advert", "row", "secret"),
        schema.dropped().stream().map(DroppedColumn::name).toList());
    assertEquals("ignored by the project", schema.dropped().getLast().reason());
  }

  @Test
  void a_pinned_type_is_obeyed() {
    column("row", Integer::toString);
    column("code", row -> Integer.toString(row % 5));
    Schema schema = infer(Map.of("row", ColumnType.NUMBER, "code", ColumnType.CATEGORY), Set.of());
    assertEquals(ColumnType.NUMBER, type(schema, "row"));
    assertEquals(ColumnType.CATEGORY, type(schema, "code"));
  }

  @Test
  void a_decimal_comma_is_inferred_only_without_contradiction() {
    column("comma", row -> row + "," + row % 10);
    column("both", row -> row % 2 == 0 ? row + ",5" : row + ".5");
    Schema schema = infer(Map.of(), Set.of());
    Row row = schema.newRow();
    row.set(schema.indexOf("comma"), "1.234,5");
    assertEquals(1234.5, row.number(schema.indexOf("comma"), 0));
    NumberForm both = schema.columns().get(schema.indexOf("both")).numbers();
    assertTrue(both != null && !both.decimalComma());
  }

  @Test
  void a_schema_survives_json_and_the_same_rows_give_the_same_one() {
    column("fuel", row -> row % 3 == 0 ? "Diesel" : "Petrol");
    column("torque", row -> row % 2 == 0 ? "20 kgm" : "190 Nm");
    Schema schema = infer(Map.of(), Set.of());
    Schema back = Json.read(Json.bytes(schema), Schema.class);
    assertEquals(schema, back);
    assertEquals(schema.fingerprint(), back.fingerprint());
    assertEquals(schema, infer(Map.of(), Set.of()));
  }

  @Test
  void a_row_tells_what_became_of_each_cell() {
    column("power", row -> (50 + row) + " bhp");
    column("fuel", row -> row % 3 == 0 ? "Diesel" : "Petrol");
    Schema schema = infer(Map.of(), Set.of());
    Row row = schema.newRow();
    int power = schema.indexOf("power");
    int fuel = schema.indexOf("fuel");
    assertEquals(CellOutcome.VALUE, row.set(power, "74 bhp"));
    assertEquals(74, row.number(power, 0));
    assertEquals(CellOutcome.UNREADABLE, row.set(power, " bhp"));
    assertTrue(Double.isNaN(row.number(power, 0)));
    assertEquals(CellOutcome.UNREADABLE, row.set(power, Double.POSITIVE_INFINITY));
    assertEquals(CellOutcome.MISSING, row.set(power, " NULL "));
    assertEquals(CellOutcome.VALUE, row.set(power, 12.5));
    assertEquals(CellOutcome.VALUE, row.set(fuel, "  Die  sel "));
    assertEquals(new TextValue("Die sel", "Die sel", "Die sel"), row.text(fuel));
    assertEquals(CellOutcome.VALUE, row.set(fuel, 3.0));
    assertEquals(new TextValue("3", "3", "3"), row.text(fuel));
    row.clear();
    assertNull(row.text(fuel));
  }

  @Test
  void distinct_values_are_counted_exactly_and_then_nearly() {
    DistinctCounter few = new DistinctCounter();
    IntStream.range(0, 10_000)
        .forEach(i -> few.add(io.odometer.core.table.Hashes.of("v" + i % 5_000)));
    assertEquals(5_000, few.count());
    DistinctCounter many = new DistinctCounter();
    IntStream.range(0, 300_000).forEach(i -> many.add(io.odometer.core.table.Hashes.of("v" + i)));
    assertEquals(300_000.0, (double) many.count(), 15_000.0);
  }

  private void column(String name, IntFunction<String> cell) {
    names.add(name);
    cells.add(cell);
  }

  private Schema infer(Map<String, ColumnType> types, Set<String> ignored) {
    SchemaInference inference = new SchemaInference(names, "price", types, ignored);
    for (int row = 0; row < ROWS; row++) {
      int current = row;
      inference.add(cells.stream().map(cell -> cell.apply(current)).toArray(String[]::new));
    }
    return inference.infer(null);
  }

  private static ColumnType type(Schema schema, String name) {
    return schema.columns().get(schema.indexOf(name)).type();
  }
}
