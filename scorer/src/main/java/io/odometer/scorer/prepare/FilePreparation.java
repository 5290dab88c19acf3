// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.prepare;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.scoring.ScoringFormat;
import io.odometer.core.scoring.ScoringRange;
import io.odometer.core.serving.Fields;
import io.odometer.core.store.ObjectContent;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.ObjectWriter;
import io.odometer.core.store.PutCondition;
import io.odometer.core.table.TextForm;
import io.odometer.core.training.ObjectVersion;
import io.odometer.scorer.plan.InputObjects;
import io.odometer.scorer.plan.TextSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import org.jspecify.annotations.Nullable;

/** Makes plain text of one file and cuts it into ranges. For one thread. */
final class FilePreparation {
  /** What came of it. */
  record Text(TextSource source, long checksum, long rows, List<ScoringRange> ranges) {}

  private final ObjectStore store;
  private final Fields fields;
  private final long rangeBytes;
  private final LongConsumer progress;

  FilePreparation(ObjectStore store, Fields fields, long rangeBytes, LongConsumer progress) {
    this.store = store;
    this.fields = fields;
    this.rangeBytes = rangeBytes;
    this.progress = progress;
  }

  /**
   * @param copy where the text goes if it is not the file's own bytes
   */
  Text text(ObjectVersion file, ObjectKey copy) throws IOException {
    CRC32C checksum = new CRC32C();
    boolean json =
        ScoringFormat.of(file.key().name()).equals(java.util.Optional.of(ScoringFormat.JSON_LINES));
    try (ObjectContent content = InputObjects.whole(store, file)) {
      InputStream raw = new CheckedInputStream(content.stream(), checksum);
      PlainText plain = PlainText.of(raw);
      Read read = plain.changed() ? copied(plain, json, copy) : read(plain, json, file, null);
      raw.transferTo(java.io.OutputStream.nullOutputStream());
      return text(read, json, checksum.getValue());
    }
  }

  /** A text that is on its way to the store already, with a header. */
  private record Read(TextPass.Seen seen, ObjectVersion object) {}

  private Read copied(PlainText plain, boolean json, ObjectKey key) throws IOException {
    try (ObjectWriter writer = store.writer(key, new PutCondition.Always())) {
      TextPass.Seen seen = new TextPass(writer, progress).over(plain.stream(), json, rangeBytes);
      ObjectInfo info = writer.finish();
      return new Read(seen, new ObjectVersion(info.key(), info.etag(), info.size()));
    }
  }

  private Read read(
      PlainText plain, boolean json, ObjectVersion file, @Nullable ObjectWriter writer)
      throws IOException {
    return new Read(new TextPass(writer, progress).over(plain.stream(), json, rangeBytes), file);
  }

  private Text text(Read read, boolean json, long checksum) {
    RangeCutter cutter = read.seen().cutter();
    TextForm form = read.seen().form();
    List<String> first = json ? List.of() : cells(cutter.first(), form);
    boolean headed = !json && fields.isHeader(first);
    if (headed && cutter.records() < 2) {
      throw new OdometerException(Errors.DATA_EMPTY, "it has a header but no row");
    }
    TextSource source =
        new TextSource(
            read.object(),
            json,
            form.charset().name(),
            form.delimiter(),
            first.size(),
            headed ? first : null);
    long rows = cutter.records() - (headed ? 1 : 0);
    return new Text(source, checksum, rows, cutter.ranges(headed));
  }

  private static List<String> cells(byte[] record, TextForm form) {
    try {
      String text = new String(record, form.charset());
      return CsvReader.builder()
          .fieldSeparator(form.delimiter())
          .ofSingleCsvRecord(text.stripTrailing())
          .getFields();
    } catch (CsvParseException malformed) {
      throw new OdometerException(
          Errors.DATA_MALFORMED, "its first row is not CSV: " + malformed.getMessage(), malformed);
    }
  }
}
