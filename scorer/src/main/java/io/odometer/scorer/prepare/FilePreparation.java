// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.prepare;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.scoring.ScoringFormat;
import io.odometer.core.serving.Fields;
import io.odometer.core.store.ObjectContent;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.ObjectWriter;
import io.odometer.core.store.PutCondition;
import io.odometer.core.table.TextForm;
import io.odometer.core.training.ObjectVersion;
import io.odometer.scorer.parquet.Columns;
import io.odometer.scorer.parquet.ParquetFiles;
import io.odometer.scorer.plan.InputObjects;
import io.odometer.scorer.plan.Scratch;
import io.odometer.scorer.plan.TextSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/** Makes plain text of one file and cuts it into ranges. For one thread. */
final class FilePreparation {
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
  PreparedText prepare(ObjectVersion file, ObjectKey copy) throws IOException {
    CRC32C checksum = new CRC32C();
    try (ObjectContent content = InputObjects.whole(store, file)) {
      InputStream raw = new CheckedInputStream(content.stream(), checksum);
      ScoringFormat format = ScoringFormat.of(file.key().name()).orElse(ScoringFormat.CSV);
      return switch (format) {
        case PARQUET -> parquet(file, raw, copy, checksum);
        case JSON_LINES -> text(file, raw, copy, checksum, true);
        case CSV, MANIFEST -> text(file, raw, copy, checksum, false);
      };
    }
  }

  private PreparedText text(
      ObjectVersion file, InputStream raw, ObjectKey copy, CRC32C checksum, boolean json)
      throws IOException {
    PlainText plain = PlainText.of(raw);
    ObjectVersion source = file;
    TextPass.Seen seen;
    if (plain.changed()) {
      try (ObjectWriter writer = store.writer(copy, new PutCondition.Always())) {
        seen = new TextPass(Optional.of(writer), progress).over(plain.stream(), json, rangeBytes);
        source = ObjectVersion.of(writer.finish());
      }
    } else {
      seen = new TextPass(Optional.empty(), progress).over(plain.stream(), json, rangeBytes);
    }
    raw.transferTo(OutputStream.nullOutputStream());
    List<String> first = json ? List.of() : cells(seen);
    boolean headed = !json && Header.is(first, fields);
    TextSource described = source(source, json, seen.form(), first, headed);
    return PreparedText.of(described, checksum.getValue(), seen.cutter(), headed);
  }

  private PreparedText parquet(ObjectVersion file, InputStream raw, ObjectKey copy, CRC32C checksum)
      throws IOException {
    try (Scratch scratch = Scratch.open()) {
      Path packed = scratch.file("input.parquet");
      Path csv = scratch.file("input.csv");
      Files.copy(raw, packed);
      Columns columns =
          new ParquetFiles(scratch.folder(), ParquetFiles.USUAL_MEMORY)
              .toCsv(packed, csv, file.key().toString());
      try (InputStream text = Files.newInputStream(csv)) {
        TextPass.Seen seen = new TextPass(Optional.empty(), progress).over(text, false, rangeBytes);
        ObjectVersion plain = ObjectVersion.of(store.putFile(copy, csv, new PutCondition.Always()));
        TextSource source = source(plain, false, TextForm.PLAIN, cells(seen), true);
        return PreparedText.of(source, checksum.getValue(), seen.cutter(), true).of(columns);
      }
    }
  }

  private static TextSource source(
      ObjectVersion object, boolean json, TextForm form, List<String> first, boolean headed) {
    return new TextSource(
        object, json, form.charset().name(), form.delimiter(), first.size(), headed ? first : null);
  }

  /** Of the first row. */
  private static List<String> cells(TextPass.Seen seen) {
    try {
      String text = new String(seen.cutter().first(), seen.form().charset());
      return CsvReader.builder()
          .fieldSeparator(seen.form().delimiter())
          .ofSingleCsvRecord(withoutLineEnd(text))
          .getFields();
    } catch (CsvParseException malformed) {
      throw new OdometerException(
          Errors.DATA_MALFORMED, "its first row is not CSV: " + malformed.getMessage(), malformed);
    }
  }

  /** Blanks before it may part cells. */
  private static String withoutLineEnd(String record) {
    int end = record.length();
    while (end > 0 && (record.charAt(end - 1) == '\n' || record.charAt(end - 1) == '\r')) {
      end--;
    }
    return record.substring(0, end);
  }
}
