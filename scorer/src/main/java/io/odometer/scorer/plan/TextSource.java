// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.plan;

import io.odometer.core.table.TextForm;
import io.odometer.core.training.ObjectVersion;
import io.odometer.scorer.record.RecordScanner;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text whose encoding has ASCII as a part, so that it can be cut and joined as bytes.
 *
 * @param object where it lies: the dropped file itself, or a plain copy of one that was compressed
 * @param json whether it has a JSON record a line; else it is a CSV
 * @param width cells of a CSV's row
 * @param header a CSV's names of columns, absent where the first row is data
 */
public record TextSource(
    ObjectVersion object,
    boolean json,
    String charset,
    char delimiter,
    int width,
    @Nullable List<String> header) {
  public TextSource {
    header = header == null ? null : List.copyOf(header);
  }

  public TextForm form() {
    return new TextForm(Charset.forName(charset), delimiter);
  }

  public RecordScanner scanner() {
    return json ? RecordScanner.lines() : RecordScanner.csv(delimiter);
  }
}
