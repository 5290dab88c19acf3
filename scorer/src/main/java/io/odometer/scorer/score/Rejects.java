// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.score;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.odometer.core.text.ByteText;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** The rows of a block that could not be scored: line, reason, and the text as it stands. */
public final class Rejects {
  /** The first line of the whole file of rejects. */
  public static final String HEADER = "line,reason,raw\n";

  private final boolean neutralized;
  private final StringWriter written = new StringWriter(0);
  private final CsvWriter writer =
      CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(written);
  private final Reasons reasons = new Reasons();
  private long count;

  Rejects(boolean neutralized) {
    this.neutralized = neutralized;
  }

  void add(RawRecord record, String reason, String text) {
    writer.writeRecord(Long.toString(record.line()), shown(reason), shown(text));
    reasons.add(reason);
    count++;
  }

  private String shown(String text) {
    return neutralized ? Formulas.disarmed(text) : text;
  }

  long count() {
    return count;
  }

  Reasons reasons() {
    return reasons;
  }

  ByteText text() {
    byte[] lines = written.toString().getBytes(StandardCharsets.UTF_8);
    return new ByteText(lines.length).add(lines);
  }
}
