// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.parquet;

import io.odometer.core.error.OdometerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * Parquet files to CSV and back, with rows in order, types kept and memory bounded; what does not
 * fit overflows to a folder of its own in the scratch folder. In the CSV a missing value is an
 * empty cell and an empty text is {@code ""}; a row of one missing value is an empty line. Lists,
 * structs, maps and bytes are DuckDB's text of them, which reads back as the same values.
 *
 * <p>Thread-safe; each call takes this much memory.
 */
public final class ParquetFiles {
  public static final long USUAL_MEMORY = 128L << 20;

  /** Of the CSV; the longest line that it takes. DuckDB's own are four times as large. */
  private static final int BUFFER = 8 << 20;

  private static final int MOST_ROWS_A_GROUP = 122_880;
  private static final int LEAST_ROWS_A_GROUP = 2048;
  private static final long BYTES_A_CELL = 16;

  private final Path scratch;
  private final long memory;

  /**
   * @param scratch an existing folder
   * @param memory bytes outside of the heap, beside some 60 MB that DuckDB does not count; a page
   *     of each column must fit, and writers make pages of 1 MB
   */
  public ParquetFiles(Path scratch, long memory) {
    this.scratch = scratch;
    this.memory = memory;
  }

  /**
   * Writes all columns as CSV: UTF-8, commas, a header, line feeds.
   *
   * @param name what messages call the Parquet file
   * @return the columns to hand to {@link #toParquet}
   * @throws OdometerException {@code Data.Malformed} if it cannot be read; {@code Data.TooLarge} if
   *     that takes more memory than there is
   */
  public Columns toCsv(Path parquet, Path csv, String name) {
    String rows =
        "SELECT * FROM read_parquet(%s, hive_partitioning = false)".formatted(Sql.source(parquet));
    String copy =
        """
        COPY (%s) TO %s (FORMAT csv, HEADER true, COMPRESSION none, DELIMITER ',', QUOTE '"', \
        ESCAPE '"', NULLSTR '')\
        """
            .formatted(rows, Sql.target(csv));
    return convert(
        parquet,
        name,
        database -> {
          Columns columns = database.columns(rows);
          database.run(copy);
          return columns;
        });
  }

  /**
   * Writes a CSV in the form of {@link #toCsv} as Parquet.
   *
   * @param columns what the CSV's columns are, by place; its first line is not read
   * @param name what messages call the CSV
   * @throws OdometerException {@code Data.Malformed} if a cell is not of its column's type, or a
   *     row has not as many cells as there are columns
   */
  public void toParquet(Path csv, Columns columns, Path parquet, String name) {
    String rows =
        """
        SELECT * FROM read_csv(%s, columns = %s, auto_detect = false, header = true, delim = ',', \
        quote = '"', escape = '"', comment = '', new_line = '\\n', nullstr = '', \
        allow_quoted_nulls = false, compression = 'none', hive_partitioning = false, \
        buffer_size = %d, max_line_size = %d)\
        """
            .formatted(Sql.source(csv), Sql.struct(columns), BUFFER, BUFFER);
    String copy =
        "COPY (%s) TO %s (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE %d)"
            .formatted(rows, Sql.target(parquet), rowsAGroup(columns));
    convert(
        csv,
        name,
        database -> {
          database.run(copy);
          return columns;
        });
  }

  /** A group is in memory until it is written, more than once: it may take an eighth. */
  private int rowsAGroup(Columns columns) {
    long rows = memory / 8 / BYTES_A_CELL / columns.columns().size();
    return Math.clamp(rows, LEAST_ROWS_A_GROUP, MOST_ROWS_A_GROUP);
  }

  private <T> T convert(Path source, String name, Work<T> work) {
    try (DuckDb database = DuckDb.open(scratch, memory)) {
      return work.with(database);
    } catch (SQLException failure) {
      throw Refusal.of(failure, source, name);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private interface Work<T> {
    T with(DuckDb database) throws SQLException;
  }
}
