// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.verdict;

import io.odometer.core.json.Json;
import io.odometer.core.monitoring.DriftFound;
import io.odometer.core.monitoring.DriftFound.Alarm;
import io.odometer.core.monitoring.DriftFound.Chart;
import io.odometer.core.text.Shortened;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts what people are told to what an execution, which has 262,144 bytes for all, can carry
 * whatever the columns are called and hold. The report has everything. For one thread.
 */
final class Told {
  private static final int LETTERS_OF_CELL = 100;
  private static final int LETTERS_OF_BUCKET = 60;
  private static final int LETTERS_OF_DESCRIPTION = 300;
  private static final int BYTES_OF_EXAMPLES = 80_000;

  private final List<Alarm> alarms = new ArrayList<>();
  private int bytes;

  static List<Alarm> alarms(List<Alarm> found) {
    Told told = new Told();
    found.stream().limit(DriftFound.MOST_ALARMS).forEach(told::add);
    return told.alarms;
  }

  private void add(Alarm alarm) {
    alarms.add(
        new Alarm(
            Shortened.of(alarm.feature(), LETTERS_OF_CELL),
            alarm.check(),
            Shortened.of(alarm.description(), LETTERS_OF_DESCRIPTION),
            alarm.distance(),
            alarm.threshold(),
            alarms.size() < DriftFound.MOST_WITH_EXAMPLES ? examples(alarm) : List.of()));
  }

  private List<Map<String, String>> examples(Alarm alarm) {
    List<Map<String, String>> examples =
        alarm.examples().stream().limit(DriftFound.MOST_EXAMPLES).map(Told::row).toList();
    int size = Json.bytes(examples).length;
    if (bytes + size > BYTES_OF_EXAMPLES) {
      return List.of();
    }
    bytes += size;
    return examples;
  }

  private static Map<String, String> row(Map<String, String> cells) {
    Map<String, String> row = new LinkedHashMap<>();
    cells.forEach(
        (name, cell) ->
            row.put(Shortened.of(name, LETTERS_OF_CELL), Shortened.of(cell, LETTERS_OF_CELL)));
    return row;
  }

  static Chart chart(Chart chart) {
    return new Chart(
        Shortened.of(chart.feature(), LETTERS_OF_CELL),
        chart.labels().stream().map(label -> Shortened.of(label, LETTERS_OF_BUCKET)).toList(),
        chart.baseline(),
        chart.current());
  }
}
