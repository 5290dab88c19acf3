// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.consolidate;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.monitoring.Consolidated;
import io.odometer.core.monitoring.MonitorInput;
import io.odometer.core.project.Project;
import io.odometer.core.registry.ModelId;
import io.odometer.core.schema.Schema;
import io.odometer.core.serving.Field;
import io.odometer.core.serving.Fields;
import io.odometer.core.store.Digests;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.PutCondition;
import io.odometer.monitor.ledger.Bookmark;
import io.odometer.monitor.ledger.LedgerVersion;
import io.odometer.monitor.payload.LabelRow;
import io.odometer.monitor.payload.LabelWriter;
import io.odometer.monitor.payload.PayloadColumns;
import io.odometer.monitor.payload.PayloadWriter;
import io.odometer.monitor.payload.Taken;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

/** One run's gathering, with all that it holds meanwhile. For one thread. */
final class Consolidation {
  private static final long ROWS_OF_PART = 500_000;
  private static final int SHOWN = 20;

  private final ObjectStore store;
  private final MonitorInput input;
  private final ConsolidateLimits limits;
  private final LedgerVersion ledger;
  private final SourceObjects sources;
  private final Schemas schemas;
  private final List<Schema> serving;
  private final PayloadColumns columns;
  private final RowCounts counts;
  private final Troubles unreadable = new Troubles();
  private final Troubles unusable = new Troubles();

  Consolidation(
      ObjectStore store, MonitorInput input, ConsolidateLimits limits, LedgerVersion ledger) {
    this.store = store;
    this.input = input;
    this.limits = limits;
    this.ledger = ledger;
    this.sources =
        new SourceObjects(
            store, input.project().name(), input.window(), ledger.ledger().bookmark(), limits);
    this.schemas = new Schemas(store);
    this.serving = serving();
    this.columns = columns(input, serving);
    this.counts = new RowCounts(columns.features());
  }

  private List<Schema> serving() {
    try {
      return RecordLayout.newestFirst(input.endpoint().members(), schemas);
    } catch (UnreadableCapture gone) {
      throw new OdometerException(
          Errors.MODEL_CORRUPT,
          "%s serves a version whose schema is not there: %s"
              .formatted(input.endpoint().name(), gone.text()),
          gone);
    }
  }

  private static PayloadColumns columns(MonitorInput input, List<Schema> serving) {
    return new PayloadColumns(
        input.endpoint().members().stream().map(ModelId::algorithm).toList(),
        input.project().monitoring().labelKeys(),
        Fields.of(serving).all().stream().map(Field::name).toList());
  }

  /**
   * @param folder of the task; what is taken lies in a folder of it that is named after it, so that
   *     another try, which may find more, leaves this one's alone
   */
  Consolidated into(ObjectKey folder) {
    Selection captured = sources.capture();
    Selection truth = sources.truth();
    ObjectKey place = folder.child(digest(captured, truth));
    try (PayloadWriter rows = new PayloadWriter(store, place, columns, ROWS_OF_PART);
        LabelWriter labels =
            new LabelWriter(store, place, input.project().monitoring().labelKeys())) {
      List<ObjectInfo> capturedTaken = readCaptured(captured, rows);
      List<ObjectInfo> truthTaken = readTruth(truth, labels);
      rows.finish();
      labels.finish();
      Bookmark moved =
          input.window().mode().movesBookmark()
              ? sources.moved(captured, capturedTaken, truth, truthTaken)
              : ledger.ledger().bookmark();
      long left =
          captured.left()
              + truth.left()
              + (captured.objects().size() - capturedTaken.size())
              + (truth.objects().size() - truthTaken.size());
      List<ObjectInfo> taken = Stream.concat(capturedTaken.stream(), truthTaken.stream()).toList();
      Taken content = taken(taken, left, moved, rows, labels);
      ObjectKey key = place.child("taken.json");
      store.put(key, Json.bytes(content), new PutCondition.Always());
      return consolidated(taken.size(), rows, labels, key);
    }
  }

  private String digest(Selection captured, Selection truth) {
    StringBuilder text = new StringBuilder(String.valueOf(ledger.etag()));
    Stream.concat(captured.objects().stream(), truth.objects().stream())
        .forEach(
            object -> text.append('\n').append(object.key()).append(' ').append(object.etag()));
    return Digests.sha256(text.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16);
  }

  private List<ObjectInfo> readCaptured(Selection captured, PayloadWriter rows) {
    CaptureReader reader =
        new CaptureReader(
            store,
            input.window(),
            columns,
            new EventReader(input.project().name()),
            schemas,
            counts,
            unreadable,
            rows::write);
    return read(captured, reader::read, () -> counts.rows() < limits.rows());
  }

  private List<ObjectInfo> readTruth(Selection truth, LabelWriter labels) {
    Project project = input.project();
    Labels taker =
        new Labels(serving.getFirst().labelReader(), (LabelRow row) -> labels.write(row));
    TruthReader reader = new TruthReader(store, project, taker, unusable);
    return read(truth, reader::read, () -> labels.rows() < limits.labels());
  }

  /** Those that were read: the others are gone, or have to wait. */
  private static List<ObjectInfo> read(
      Selection selection, Function<ObjectInfo, Boolean> reader, BooleanSupplier hasRoom) {
    List<ObjectInfo> taken = new ArrayList<>();
    for (ObjectInfo object : selection.objects()) {
      if (!hasRoom.getAsBoolean()) {
        break;
      }
      if (reader.apply(object)) {
        taken.add(object);
      }
    }
    return taken;
  }

  private Taken taken(
      List<ObjectInfo> taken, long left, Bookmark moved, PayloadWriter rows, LabelWriter labels) {
    List<String> places = new ArrayList<>(unreadable.places());
    places.addAll(unusable.places());
    return new Taken(
        ledger.etag(),
        moved,
        taken.stream().map(ObjectInfo::key).limit(SHOWN).toList(),
        left,
        rows.predictions(),
        labels.key(),
        counts.named(),
        counts.extraColumns(),
        counts.retiredColumns(),
        unreadable.counts(),
        unusable.counts(),
        places);
  }

  private Consolidated consolidated(
      long objects, PayloadWriter rows, LabelWriter labels, ObjectKey taken) {
    ObjectKey truth = labels.key();
    return new Consolidated(
        counts.from(),
        counts.to(),
        counts.predicted(),
        counts.requests(),
        counts.failed(),
        unreadable.total(),
        labels.rows(),
        objects,
        rows.parts(),
        truth == null ? List.of() : List.of(truth),
        taken);
  }
}
