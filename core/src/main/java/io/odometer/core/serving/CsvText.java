// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.odometer.core.table.TextForm;
import io.odometer.core.table.TextSniffer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A body as text: UTF-8 with commas, or else whatever training would have taken it for. */
record CsvText(String text, char delimiter) {
  static CsvText of(byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      int end = text.indexOf('\n');
      boolean plain = text.substring(0, end < 0 ? text.length() : end).indexOf(',') >= 0;
      return plain ? new CsvText(unmarked(text), ',') : sniffed(body);
    } catch (CharacterCodingException notUtf8) {
      return sniffed(body);
    }
  }

  private static CsvText sniffed(byte[] body) {
    TextSniffer sniffer = new TextSniffer();
    sniffer.update(body, body.length);
    TextForm form = sniffer.form();
    return new CsvText(unmarked(new String(body, form.charset())), form.delimiter());
  }

  private static String unmarked(String text) {
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  CsvReader<CsvRecord> reader() {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .skipEmptyLines(true)
        .ofCsvRecord(text);
  }
}
