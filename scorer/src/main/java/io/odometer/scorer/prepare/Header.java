// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.prepare;

import io.odometer.core.serving.Fields;
import java.util.List;
import java.util.regex.Pattern;

/** Tells names of columns from the first row of data. */
final class Header {
  /** Numbers, dates and sizes begin so; names hardly ever do. */
  private static final Pattern VALUE = Pattern.compile("\\s*[-+]?\\.?\\d.*", Pattern.DOTALL);

  private Header() {}

  /** Most cells are names that the models know, or some are and none looks like a value. */
  static boolean is(List<String> cells, Fields fields) {
    boolean some = cells.stream().anyMatch(cell -> fields.find(cell) != null);
    boolean values = cells.stream().anyMatch(cell -> VALUE.matcher(cell).matches());
    return fields.isHeader(cells) || (some && !values);
  }
}
