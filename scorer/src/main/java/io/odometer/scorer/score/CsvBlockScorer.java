// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.score;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.odometer.core.json.Json;
import io.odometer.core.serving.EndpointScorer;
import io.odometer.core.serving.Field;
import io.odometer.core.serving.RecordIntake;
import io.odometer.core.serving.ServingEndpoint;
import io.odometer.core.serving.UnusableRecord;
import io.odometer.scorer.plan.CsvLayout;
import io.odometer.scorer.record.Block;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Scores the rows of a CSV. */
final class CsvBlockScorer implements BlockScorer {
  private final Charset charset;
  private final CsvReader.CsvReaderBuilder parser;
  private final @Nullable Field[] fields;
  private final CsvCells cells;
  private final EndpointScorer scorer;
  private final RecordIntake intake;
  private final double[] values;
  private final Supplier<CsvResult> results;

  /**
   * @param everyCell whether the output needs cells that no model does
   */
  CsvBlockScorer(
      ServingEndpoint serving,
      CsvLayout layout,
      io.odometer.core.table.TextForm form,
      boolean everyCell,
      Supplier<CsvResult> results) {
    this.charset = form.charset();
    this.parser = parser(form.delimiter());
    this.fields = layout.fields();
    this.cells = new CsvCells(wanted(fields, everyCell));
    this.scorer = serving.scorers().take();
    this.intake = new RecordIntake(serving, scorer);
    this.values = new double[1 + serving.members().size()];
    this.results = results;
  }

  private static CsvReader.CsvReaderBuilder parser(char delimiter) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .skipEmptyLines(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false);
  }

  private static boolean[] wanted(@Nullable Field[] fields, boolean everyCell) {
    boolean[] wanted = new boolean[fields.length];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = everyCell || fields[i] != null;
    }
    return wanted;
  }

  @Override
  public ScoredBlock score(Block block) {
    return together(block).orElseGet(() -> oneByOne(block)).end();
  }

  /** All records in one go; nothing if the parser does not see the records that the scanner saw. */
  private Optional<CsvResult> together(Block block) {
    CsvResult result = results.get();
    int record = 0;
    try {
      String text = new String(block.bytes(), 0, block.length(), charset);
      for (CsvCells row : parser.build(cells, text)) {
        if (record == block.count() || !isAt(row, block, record)) {
          return Optional.empty();
        }
        row(new RawRecord(block, record++), result);
      }
    } catch (CsvParseException malformed) {
      return Optional.empty();
    }
    return record == block.count() ? Optional.of(result) : Optional.empty();
  }

  private static boolean isAt(CsvCells row, Block block, int record) {
    return row.line() - 1 == block.lines()[record] - block.lines()[0];
  }

  private CsvResult oneByOne(Block block) {
    CsvResult result = results.get();
    for (int i = 0; i < block.count(); i++) {
      RawRecord record = new RawRecord(block, i);
      String text = record.text(charset);
      try {
        if (!text.isEmpty()) {
          parser.ofSingleCsvRecord(cells, text);
          row(record, result);
        }
      } catch (CsvParseException malformed) {
        result.reject(record, "it is not CSV: more stands after a closing quote", text);
      }
    }
    return result;
  }

  private void row(RawRecord record, CsvResult result) {
    if (record.length() == 0) {
      return;
    }
    try {
      requireWhole();
      values[0] = predict();
      for (int member = 1; member < values.length; member++) {
        values[member] = scorer.prediction(member - 1);
      }
      result.accept(record, cells.cells(), values);
      capture(record, result.capture());
    } catch (UnusableRecord unusable) {
      result.reject(record, String.valueOf(unusable.getMessage()), record.text(charset));
    }
  }

  private void requireWhole() {
    if (cells.isBlank()) {
      throw new UnusableRecord("", "is blank");
    }
    if (cells.count() != fields.length) {
      throw new UnusableRecord(
          "", "has %d cells instead of %d".formatted(cells.count(), fields.length));
    }
  }

  private double predict() {
    intake.begin();
    for (int i = 0; i < fields.length; i++) {
      Field field = fields[i];
      if (field != null) {
        intake.text(field, cells.cells()[i]);
      }
    }
    double prediction = intake.predict();
    if (!Double.isFinite(prediction)) {
      throw new UnusableRecord("", "is predicted to be no finite number by every model");
    }
    return prediction;
  }

  private void capture(RawRecord record, CaptureRows capture) {
    if (!capture.wants(record.line())) {
      return;
    }
    ObjectNode features = Json.object();
    for (int i = 0; i < fields.length; i++) {
      Field field = fields[i];
      if (field != null) {
        features.put(field.name(), cells.cells()[i]);
      }
    }
    capture.add(record.line(), features, values);
  }
}
