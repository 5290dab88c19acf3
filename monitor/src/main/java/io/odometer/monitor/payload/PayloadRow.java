// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.payload;

import io.odometer.core.registry.ModelVersion;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One captured row. */
public final class PayloadRow {
  private final PayloadColumns columns;
  private final String[] cells;

  PayloadRow(PayloadColumns columns, String[] cells) {
    this.columns = columns;
    this.cells = cells;
  }

  /** What a label names it by. */
  public String id() {
    return cells[PayloadColumns.ID];
  }

  public Instant time() {
    return Instant.parse(cells[PayloadColumns.TIME]);
  }

  /** {@code realtime} or {@code batch}. */
  public String source() {
    return cells[PayloadColumns.SOURCE];
  }

  public int status() {
    return Integer.parseInt(cells[PayloadColumns.STATUS]);
  }

  /** The combined prediction, NaN if there is none. */
  public double prediction() {
    return number(PayloadColumns.PREDICTION);
  }

  /**
   * The prediction of a member, NaN if there is none.
   *
   * @param algorithm its place in {@link PayloadColumns#algorithms}
   */
  public double prediction(int algorithm) {
    return number(columns.member(algorithm));
  }

  /** The version that made the member's prediction; null if there was no member. */
  public @Nullable ModelVersion version(int algorithm) {
    String version = cells[columns.member(algorithm) + 1];
    return version.isEmpty() ? null : new ModelVersion(version);
  }

  /** Of the project's label keys. */
  public List<String> keys() {
    return Arrays.asList(cells).subList(columns.key(0), columns.firstFeature());
  }

  /** A cell as the request had it; empty if it had none. */
  public String feature(int feature) {
    return cells[columns.firstFeature() + feature];
  }

  private double number(int cell) {
    return cells[cell].isEmpty() ? Double.NaN : Double.parseDouble(cells[cell]);
  }
}
