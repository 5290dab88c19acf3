// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.odometer.core.error.OdometerException;
import io.odometer.core.schema.Column;
import io.odometer.core.schema.ColumnType;
import io.odometer.core.schema.DroppedColumn;
import io.odometer.core.schema.Schema;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowProfilerTest {
  private static final Schema SCHEMA =
      new Schema(
          Column.of("price", ColumnType.NUMBER),
          List.of(
              Column.of("size", ColumnType.NUMBER),
              Column.of("colour", ColumnType.CATEGORY),
              Column.of("day", ColumnType.DATE)),
          List.of(new DroppedColumn("key", "identifier-like")));

  private static DatasetStatistics statistics(List<String> header, String[]... rows) {
    RowProfiler profiler = new RowProfiler(SCHEMA, header, Set.of("our.id"));
    for (String[] row : rows) {
      profiler.add(row);
    }
    return profiler.profile().statistics();
  }

  private static String[] row(String... cells) {
    return cells;
  }

  @Test
  void cells_mean_what_they_meant_in_training() {
    DatasetStatistics found =
        statistics(
            List.of("colour", "size", "day"),
            row(" dark  red ", "1,200", "2026-03-01"),
            row("N/A", "many", "someday"),
            row("dark red", "", ""));
    FeatureStatistics size = found.feature("size").orElseThrow();
    assertEquals(1_200, size.numbers().quantile(1));
    assertEquals(1, size.unreadable());
    assertEquals(1, size.missing());
    assertEquals(
        List.of(new CategoryCount("dark red", 2)),
        found.feature("colour").orElseThrow().categories());
    assertEquals(1, found.feature("day").orElseThrow().present());
    assertEquals(1, found.feature("day").orElseThrow().unreadable());
  }

  @Test
  void only_columns_that_nobody_knows_are_extra() {
    DatasetStatistics found =
        statistics(
            List.of("our.id", "price", "key", "size", "weight", "height"),
            row("1", "9", "k", "4", "70", ""),
            row("2", "9", "k", "4", "n/a", ""),
            row("3", "9", "k", "4"));
    assertEquals(Map.of("weight", 1L), found.extraColumns());
    assertEquals(3, found.rows());
    assertEquals(1, found.features().size());
  }

  @Test
  void a_table_on_two_threads_has_the_statistics_that_it_has_on_one() {
    StringBuilder csv = new StringBuilder("size,colour,day\n");
    for (int row = 0; row < 60_000; row++) {
      csv.append(row % 977).append(",\"a \"\"quoted\"\"\ncolour ").append(row % 5).append("\",\n");
    }
    DatasetStatistics one = profile(csv.toString(), null);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      assertEquals(one, profile(csv.toString(), threads));
    }
    assertEquals(60_000, one.rows());
    assertEquals(5, one.feature("colour").orElseThrow().distinct());
  }

  private static DatasetStatistics profile(String csv, @Nullable ExecutorService threads) {
    ByteArrayInputStream stream = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    return new TableProfiler(SCHEMA, Set.of(), threads == null ? Runnable::run : threads)
        .profile(stream)
        .statistics();
  }

  @Test
  void tables_without_rows_or_last_line_break_are_read() {
    assertEquals(0, profile("", null).rows());
    assertEquals(0, profile("size\n", null).rows());
    assertEquals(0, profile("size", null).rows());
    assertEquals(2, profile("size\n1\n2", null).rows());
  }

  @Test
  void a_table_that_cannot_be_read_says_so() {
    assertThrows(OdometerException.class, () -> profile("size\n1\n\"2", null));
  }
}
