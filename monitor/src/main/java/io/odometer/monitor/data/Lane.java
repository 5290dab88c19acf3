// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.data;

import io.odometer.core.monitoring.CaptureFacts;
import io.odometer.core.profile.DatasetProfile;
import io.odometer.core.profile.ProfiledColumn;
import io.odometer.core.profile.ProfiledColumn.Kind;
import io.odometer.core.profile.RowProfiler;
import io.odometer.core.registry.ModelId;
import io.odometer.core.schema.Schema;
import io.odometer.core.scoring.PredictionColumns;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.monitor.payload.PayloadColumns;
import io.odometer.monitor.payload.PayloadReader;
import io.odometer.monitor.payload.PayloadRow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Profiles some parts of the payload, one after another. For one thread at a time. */
final class Lane {
  private final ObjectStore store;
  private final List<ModelId> members;
  private final Set<String> named;
  private final Schema schema;
  private final DatasetProfile features;
  private final List<DatasetProfile> predictions;

  /**
   * @param named columns that some row named; the window lacks the others
   */
  Lane(ObjectStore store, List<ModelId> members, Schema schema, Set<String> named) {
    this.store = store;
    this.members = members;
    this.named = named;
    this.schema = schema;
    this.features = new DatasetProfile(ProfiledColumn.of(schema));
    this.predictions = members.stream().map(Lane::predictions).toList();
  }

  private static DatasetProfile predictions(ModelId member) {
    return new DatasetProfile(List.of(new ProfiledColumn(column(member), Kind.NUMBER)));
  }

  /** What the predictions of a member are called beside features. */
  static String column(ModelId member) {
    return PredictionColumns.of(member.algorithm());
  }

  void read(ObjectKey part) {
    try (PayloadReader reader = new PayloadReader(store, part)) {
      Cells cells = new Cells(reader.columns(), schema, named);
      for (PayloadRow row = reader.next(); row != null; row = reader.next()) {
        if (CaptureFacts.isAnswered(row.status())) {
          cells.add(row);
          addPredictions(reader.columns(), row);
        }
      }
      features.merge(cells.profiler.profile());
    }
  }

  /** Rows that an older version served say nothing of this one. */
  private void addPredictions(PayloadColumns columns, PayloadRow row) {
    for (int i = 0; i < members.size(); i++) {
      int algorithm = columns.algorithms().indexOf(members.get(i).algorithm());
      if (algorithm >= 0 && isFrom(members.get(i), row, algorithm)) {
        predictions.get(i).number(0, row.prediction(algorithm));
        predictions.get(i).end();
      }
    }
  }

  private static boolean isFrom(ModelId member, PayloadRow row, int algorithm) {
    return member.version().equals(row.version(algorithm));
  }

  /** Adds what another lane has read. */
  void merge(Lane other) {
    features.merge(other.features);
    for (int i = 0; i < predictions.size(); i++) {
      predictions.get(i).merge(other.predictions.get(i));
    }
  }

  DatasetProfile features() {
    return features;
  }

  DatasetProfile predictions(int member) {
    return predictions.get(member);
  }

  /** The features of a row as the profiler takes them. */
  private static final class Cells {
    private final RowProfiler profiler;
    private final int[] columns;
    private final String[] cells;

    Cells(PayloadColumns payload, Schema schema, Set<String> named) {
      List<String> features = payload.features();
      this.columns =
          features.stream().filter(named::contains).mapToInt(features::indexOf).toArray();
      this.cells = new String[columns.length];
      List<String> header = features.stream().filter(named::contains).toList();
      // What only other members know is nothing new.
      this.profiler = new RowProfiler(schema, header, new HashSet<>(header));
    }

    void add(PayloadRow row) {
      for (int i = 0; i < cells.length; i++) {
        cells[i] = row.feature(columns[i]);
      }
      profiler.add(cells);
    }
  }
}
