// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.quality;

import io.odometer.core.project.ProjectName;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.monitor.payload.LabelReader;
import io.odometer.monitor.payload.LabelRow;
import io.odometer.monitor.payload.PayloadReader;
import io.odometer.monitor.payload.PayloadRow;
import java.util.List;
import java.util.function.Consumer;

/**
 * Joins labels to the predictions of one window. Memory grows with the rows of the window, or with
 * the new labels, and with nothing else. Safe for use by many threads.
 */
final class LabelJoin {
  private final ObjectStore store;
  private final ProjectName project;

  LabelJoin(ObjectStore store, ProjectName project) {
    this.store = store;
    this.project = project;
  }

  /** Labels by what they are joined by. */
  LabelSlots slots(List<ObjectKey> truth) {
    LabelSlots slots = new LabelSlots();
    truth.forEach(key -> labels(key, slots::take));
    return slots;
  }

  /** Whether one of the labels belongs to a prediction of the window. */
  boolean touches(LabelSlots labels, ObjectKey predictions) {
    try (PayloadReader reader = new PayloadReader(store, predictions)) {
      for (PayloadRow row = reader.next(); row != null; row = reader.next()) {
        if (!Double.isNaN(labels.label(row))) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * The window by all labels that are known of it.
   *
   * @param truth labels of all runs, oldest first: of several for a row the last one wins
   */
  WindowQuality measure(ObjectKey predictions, List<ObjectKey> truth) {
    LabelSlots slots = new LabelSlots();
    rows(predictions, (reader, row) -> slots.expect(row));
    truth.forEach(key -> labels(key, slots::put));
    WindowQuality quality = new WindowQuality(project);
    rows(predictions, (reader, row) -> quality.add(reader.columns(), row, slots.label(row)));
    return quality;
  }

  private interface RowConsumer {
    void accept(PayloadReader reader, PayloadRow row);
  }

  private void rows(ObjectKey predictions, RowConsumer consumer) {
    try (PayloadReader reader = new PayloadReader(store, predictions)) {
      for (PayloadRow row = reader.next(); row != null; row = reader.next()) {
        consumer.accept(reader, row);
      }
    }
  }

  private void labels(ObjectKey truth, Consumer<LabelRow> consumer) {
    try (LabelReader reader = new LabelReader(store, truth)) {
      for (LabelRow row = reader.next(); row != null; row = reader.next()) {
        consumer.accept(row);
      }
    }
  }
}
