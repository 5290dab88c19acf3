// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import io.odometer.core.schema.CellOutcome;
import io.odometer.core.schema.ColumnType;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** A record as a client may send it, taken from the newest version's check rows. */
final class Example {
  private static final Pattern PLAIN_NUMBER =
      Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,15})?");

  private final ServingEndpoint serving;
  private final EndpointScorer scorer;

  Example(ServingEndpoint serving) {
    this.serving = serving;
    this.scorer = new EndpointScorer(serving);
  }

  /** The fullest of the check rows, column by column; what cannot be read is left out. */
  SequencedMap<String, Object> record() {
    return serving.newest().model().checks().stream()
        .map(CheckRow::record)
        .map(this::readable)
        .max(Comparator.comparingInt(Map::size))
        .orElseGet(LinkedHashMap::new);
  }

  private SequencedMap<String, Object> readable(Map<String, String> cells) {
    SequencedMap<String, Object> record = new LinkedHashMap<>();
    scorer.clear();
    for (Field field : serving.fields().all()) {
      String cell = cells.get(field.name());
      if (cell != null && scorer.set(field, cell) == CellOutcome.VALUE) {
        record.put(field.name(), value(field, cell));
      }
    }
    return record;
  }

  private static Object value(Field field, String cell) {
    boolean number = field.facts().type() == ColumnType.NUMBER;
    if (!number || !PLAIN_NUMBER.matcher(cell).matches()) {
      return cell;
    }
    return cell.contains(".") ? (Object) Double.valueOf(cell) : (Object) Long.valueOf(cell);
  }
}
