// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.payload;

import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes captured rows to parts of bounded size, and the predictions among them to a table of their
 * own. For one thread at a time.
 */
public final class PayloadWriter implements AutoCloseable {
  private final ObjectStore store;
  private final ObjectKey folder;
  private final PayloadColumns columns;
  private final long rowsOfPart;
  private final List<ObjectKey> parts = new ArrayList<>();
  private @Nullable StoredTableWriter part;
  private @Nullable StoredTableWriter predictions;

  public PayloadWriter(
      ObjectStore store, ObjectKey folder, PayloadColumns columns, long rowsOfPart) {
    this.store = store;
    this.folder = folder;
    this.columns = columns;
    this.rowsOfPart = rowsOfPart;
  }

  /**
   * @param cells as wide as the columns
   */
  public void write(String[] cells) {
    if (part != null && part.rows() == rowsOfPart) {
      part.finish();
      part = null;
    }
    if (part == null) {
      ObjectKey key = folder.child("payload-%04d.csv".formatted(parts.size()));
      part = new StoredTableWriter(store, key, columns.header());
      parts.add(key);
    }
    part.write(cells);
    if (!cells[PayloadColumns.PREDICTION].isEmpty()) {
      writePrediction(Arrays.copyOf(cells, columns.firstFeature()));
    }
  }

  private void writePrediction(String[] cells) {
    if (predictions == null) {
      predictions =
          new StoredTableWriter(
              store, folder.child(Taken.PREDICTIONS), columns.withoutFeatures().header());
    }
    predictions.write(cells);
  }

  /** Makes all objects appear. */
  public void finish() {
    if (part != null) {
      part.finish();
    }
    if (predictions != null) {
      predictions.finish();
    }
  }

  public List<ObjectKey> parts() {
    return parts;
  }

  /** Null if no row has a prediction. */
  public @Nullable ObjectKey predictions() {
    return predictions == null ? null : folder.child(Taken.PREDICTIONS);
  }

  @Override
  public void close() {
    if (part != null) {
      part.close();
    }
    if (predictions != null) {
      predictions.close();
    }
  }
}
