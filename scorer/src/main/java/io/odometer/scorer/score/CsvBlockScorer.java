// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.score;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.odometer.core.serving.RecordBlock;
import io.odometer.core.serving.ServingEndpoint;
import io.odometer.core.serving.UnusableRecord;
import io.odometer.core.table.TextForm;
import io.odometer.scorer.plan.CsvLayout;
import io.odometer.scorer.record.Block;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.function.Supplier;

/** Scores the rows of a CSV, some hundreds at a time. */
final class CsvBlockScorer implements BlockScorer {
  private static final int RECORDS = 256;

  private final Charset charset;
  private final CsvReader.CsvReaderBuilder parser;
  private final RecordBlock records;
  private final CsvCells cells;
  private final boolean emptyRows;
  private final Supplier<CsvResult> results;
  private final CsvPending pending;

  /**
   * @param everyCell whether the output needs cells that no model does
   * @param emptyRows whether an empty line is a row
   */
  CsvBlockScorer(
      ServingEndpoint serving,
      CsvLayout layout,
      TextForm form,
      boolean everyCell,
      boolean emptyRows,
      Supplier<CsvResult> results) {
    this.charset = form.charset();
    this.parser = parser(form.delimiter());
    this.records = new RecordBlock(serving, RECORDS);
    this.cells = new CsvCells(layout.fields(), records, everyCell);
    this.pending =
        new CsvPending(records, RECORDS, serving.members().size(), new CsvFeatures(layout, form));
    this.emptyRows = emptyRows;
    this.results = results;
  }

  static CsvReader.CsvReaderBuilder parser(char delimiter) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .skipEmptyLines(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false);
  }

  @Override
  public ScoredBlock score(Block block) {
    return together(block).orElseGet(() -> oneByOne(block)).end();
  }

  /** All records in one go; nothing if the parser does not see the records that the scanner saw. */
  private Optional<CsvResult> together(Block block) {
    CsvResult result = results.get();
    pending.forget();
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
    pending.predict(result);
    return record == block.count() ? Optional.of(result) : Optional.empty();
  }

  private static boolean isAt(CsvCells row, Block block, int record) {
    return row.line() - 1 == block.lines()[record] - block.lines()[0];
  }

  private CsvResult oneByOne(Block block) {
    CsvResult result = results.get();
    pending.forget();
    for (int i = 0; i < block.count(); i++) {
      RawRecord record = new RawRecord(block, i);
      String text = record.text(charset);
      try {
        if (!text.isEmpty() || emptyRows) {
          parser.ofSingleCsvRecord(cells, text);
          row(record, result);
        }
      } catch (CsvParseException malformed) {
        result.reject(record, "it is not CSV: more stands after a closing quote", text);
      }
    }
    pending.predict(result);
    return result;
  }

  private void row(RawRecord record, CsvResult result) {
    if (record.length() == 0 && !emptyRows) {
      return;
    }
    try {
      cells.requireUsable();
      pending.add(record, cells.cells());
      if (records.isFull()) {
        pending.predict(result);
      }
    } catch (UnusableRecord unusable) {
      result.reject(record, String.valueOf(unusable.getMessage()), record.text(charset));
    }
  }
}
