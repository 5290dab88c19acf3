// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.parquet;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Makes Parquet files and looks into them, by SQL and past the code under test. */
final class Duck implements AutoCloseable {
  private final Connection connection = DriverManager.getConnection("jdbc:duckdb:");

  Duck() throws SQLException {
    run("SET TimeZone = 'UTC'");
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  void write(String selection, Path parquet) throws SQLException {
    run("COPY (%s) TO '%s' (FORMAT parquet)".formatted(selection, parquet));
  }

  /** The only cell of the only row. */
  String one(String sql) throws SQLException {
    return rows(sql).getFirst();
  }

  /** Each row as text. */
  List<String> rows(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      while (found.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          cells.add(String.valueOf(found.getString(i)));
        }
        rows.add(String.join("|", cells));
      }
    }
    return rows;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
