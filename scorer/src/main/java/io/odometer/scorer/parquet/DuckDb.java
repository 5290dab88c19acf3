// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.parquet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** An empty database of its own for one conversion, which asks the network for nothing. */
final class DuckDb implements AutoCloseable {
  private final Path overflow;
  private final Connection connection;

  private DuckDb(Path overflow, Connection connection) {
    this.overflow = overflow;
    this.connection = connection;
  }

  static DuckDb open(Path scratch, long memory) throws IOException {
    Path overflow = Files.createTempDirectory(scratch, "duckdb-");
    try {
      return new DuckDb(overflow, connect(settings(overflow, memory)));
    } catch (SQLException failure) {
      throw new IllegalStateException("DuckDB does not start", failure);
    }
  }

  private static Properties settings(Path overflow, long memory) {
    Properties settings = new Properties();
    settings.setProperty("memory_limit", memory + "B");
    // With more threads whole row groups wait for their turn in memory, past the limit.
    settings.setProperty("threads", "1");
    settings.setProperty("temp_directory", overflow.toString());
    settings.setProperty("preserve_insertion_order", "true");
    // Every block is read once: what would be kept for the next time only takes memory.
    settings.setProperty("enable_external_file_cache", "false");
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    return settings;
  }

  private static Connection connect(Properties settings) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
    try (Statement statement = connection.createStatement()) {
      // Moments are written and read in the same zone, whatever the machine's is.
      statement.execute("SET TimeZone = 'UTC'");
      // Else it takes memory for a whole row group at once, however large the writer made it.
      statement.execute("SET disable_parquet_prefetching = true");
    }
    return connection;
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Names and types of what is selected. */
  Columns columns(String selection) throws SQLException {
    List<Columns.Column> columns = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet described = statement.executeQuery("DESCRIBE " + selection)) {
      while (described.next()) {
        columns.add(new Columns.Column(described.getString(1), described.getString(2)));
      }
    }
    return new Columns(columns);
  }

  @Override
  public void close() throws SQLException, IOException {
    connection.close();
    Files.deleteIfExists(overflow);
  }
}
