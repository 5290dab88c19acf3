// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.consolidate;

import io.odometer.core.monitoring.WindowMode;
import io.odometer.core.monitoring.WindowOrder;
import io.odometer.core.registry.ModelId;
import io.odometer.core.serving.RequestForm;
import io.odometer.core.serving.UnreadableBody;
import io.odometer.core.serving.UnusableRecord;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectStore;
import io.odometer.monitor.payload.PayloadColumns;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;

/** Reads captured objects into rows. A line that cannot be read costs itself. For one thread. */
final class CaptureReader {
  /** A request has a few megabytes, half as many again when it is text within JSON. */
  private static final int LONGEST_LINE = 32 << 20;

  private static final int LAYOUTS = 64;

  private final ObjectStore store;
  private final WindowOrder order;
  private final PayloadColumns columns;
  private final EventReader events;
  private final Schemas schemas;
  private final RowCounts counts;
  private final Troubles troubles;
  private final Consumer<String[]> rows;
  private final SequencedMap<List<ModelId>, RecordLayout> layouts = new LinkedHashMap<>();

  CaptureReader(
      ObjectStore store,
      WindowOrder order,
      PayloadColumns columns,
      EventReader events,
      Schemas schemas,
      RowCounts counts,
      Troubles troubles,
      Consumer<String[]> rows) {
    this.store = store;
    this.order = order;
    this.columns = columns;
    this.events = events;
    this.schemas = schemas;
    this.counts = counts;
    this.troubles = troubles;
    this.rows = rows;
  }

  /**
   * @return false if it is gone
   */
  boolean read(ObjectInfo object) {
    return ObjectReading.read(store, object, stream -> lines(object, stream));
  }

  private void lines(ObjectInfo object, InputStream stream) throws IOException {
    LineStream lines = new LineStream(stream, LONGEST_LINE);
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      try {
        if (lines.isCut()) {
          throw new UnreadableCapture("a line of more than 32 MB");
        }
        if (line.length > 0) {
          line(line);
        }
      } catch (UnreadableCapture unreadable) {
        troubles.add(
            unreadable.reason(),
            "%s line %d:".formatted(object.key(), lines.number()),
            unreadable.text());
      }
    }
  }

  private void line(byte[] line) {
    CapturedEvent event = events.read(line);
    if (isWanted(event)) {
      counts.request(event);
      rows(event);
    }
  }

  private boolean isWanted(CapturedEvent event) {
    return order.mode() != WindowMode.RANGE
        || (!event.time().isBefore(Objects.requireNonNull(order.from()))
            && event.time().isBefore(Objects.requireNonNull(order.to())));
  }

  private void rows(CapturedEvent event) {
    RequestForm form = event.form();
    if (form == null) {
      throw new UnreadableCapture("a request in no known form");
    }
    RowCells cells = new RowCells(event, layout(event.members()), columns, counts, rows);
    try {
      form.read(event.body().bytes(), cells);
    } catch (UnreadableBody unreadable) {
      throw new UnreadableCapture("a payload that is no list of records", unreadable.reason());
    } catch (UnusableRecord unusable) {
      throw new UnreadableCapture(
          "a payload with an unusable record", String.valueOf(unusable.getMessage()));
    } catch (JacksonException malformed) {
      throw new UnreadableCapture("a payload that is not JSON", malformed.getOriginalMessage());
    }
    if (!event.isFailed() && cells.rows() != event.predictions().size()) {
      throw new UnreadableCapture("not as many predictions as rows");
    }
  }

  private RecordLayout layout(List<ModelId> members) {
    RecordLayout layout = layouts.get(members);
    if (layout == null) {
      layout = RecordLayout.of(members, schemas, columns);
      if (layouts.size() == LAYOUTS) {
        layouts.pollFirstEntry();
      }
      layouts.put(members, layout);
    }
    return layout;
  }
}
