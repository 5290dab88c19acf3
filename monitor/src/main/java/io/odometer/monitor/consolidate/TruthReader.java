// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.consolidate;

import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.project.Project;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.table.TextForm;
import io.odometer.core.table.TextSniffer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import tools.jackson.core.JacksonException;

/**
 * Reads objects of ground truth: {@code .csv}, or else SageMaker's lines. A label that is of no use
 * costs itself; a table without the right columns is one trouble. For one thread.
 */
final class TruthReader {
  private static final int LONGEST_LINE = 1 << 20;
  private static final int BUFFER = 1 << 16;

  private final ObjectStore store;
  private final Project project;
  private final Labels labels;
  private final Troubles troubles;

  TruthReader(ObjectStore store, Project project, Labels labels, Troubles troubles) {
    this.store = store;
    this.project = project;
    this.labels = labels;
    this.troubles = troubles;
  }

  /**
   * @return false if it is gone, or another version has come
   */
  boolean read(ObjectInfo object) {
    return object.key().path().toLowerCase(Locale.ROOT).endsWith(".csv")
        ? table(object)
        : ObjectReading.read(store, object, stream -> lines(object, stream));
  }

  /** How a table was written is only known when all of it was seen. */
  private boolean table(ObjectInfo object) {
    TextSniffer sniffer = new TextSniffer();
    return ObjectReading.read(store, object, stream -> sniff(stream, sniffer))
        && ObjectReading.read(store, object, stream -> table(object, stream, sniffer.form()));
  }

  private static void sniff(InputStream stream, TextSniffer sniffer) throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (int length = stream.read(buffer); length >= 0; length = stream.read(buffer)) {
      sniffer.update(buffer, length);
    }
  }

  private void table(ObjectInfo object, InputStream stream, TextForm form) {
    String name = object.key().toString();
    try {
      LabelTable table =
          new LabelTable(stream, form, name, project.target(), project.monitoring().labelKeys());
      boolean more = true;
      while (more) {
        more = next(table, name);
      }
    } catch (UnreadableCapture unusable) {
      troubles.add(unusable.reason(), name + ":", unusable.text());
    } catch (OdometerException failure) {
      if (!failure.error().value().startsWith("Store.")) {
        troubles.add("a table that cannot be read", name + ":", failure.reason());
      } else {
        throw failure;
      }
    }
  }

  private boolean next(LabelTable table, String name) {
    try {
      return table.next(labels);
    } catch (UnreadableCapture unusable) {
      troubles.add(unusable.reason(), "%s line %d:".formatted(name, table.line()), unusable.text());
      return true;
    }
  }

  private void lines(ObjectInfo object, InputStream stream) throws IOException {
    LineStream lines = new LineStream(stream, LONGEST_LINE);
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      try {
        if (lines.isCut()) {
          throw new UnreadableCapture("a line of more than 1 MB");
        }
        if (line.length > 0) {
          line(line);
        }
      } catch (UnreadableCapture unusable) {
        troubles.add(
            unusable.reason(),
            "%s line %d:".formatted(object.key(), lines.number()),
            unusable.text());
      }
    }
  }

  private void line(byte[] line) {
    TruthRecord record = parse(line);
    if (record.groundTruthData() == null || record.eventMetadata() == null) {
      throw new UnreadableCapture("no record of ground truth");
    }
    labels.byId(
        Objects.requireNonNullElse(record.eventMetadata().eventId(), ""),
        Objects.requireNonNullElse(record.groundTruthData().data(), ""));
  }

  private static TruthRecord parse(byte[] line) {
    try {
      return Objects.requireNonNullElseGet(
          Json.read(line, TruthRecord.class), () -> new TruthRecord(null, null));
    } catch (JacksonException malformed) {
      throw new UnreadableCapture("not JSON as expected", malformed.getOriginalMessage());
    }
  }
}
