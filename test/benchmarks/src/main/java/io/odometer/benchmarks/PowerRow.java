// SPDX-License-Identifier: Apache-2.0
package io.odometer.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One line of the table of power.
 *
 * @param found the share of windows in which each rule sees drift
 */
record PowerRow(double factor, int size, Map<DriftDetector, Double> found) {

  static String table(String feature, long baselineRows, int windows, List<PowerRow> rows) {
    String titles = join(DriftDetector::title);
    String rules = join(detector -> "--:");
    String lines = rows.stream().map(PowerRow::line).collect(Collectors.joining("\n"));
    return """
    # How much drift it takes to be found

    All values of `%s` were multiplied by the shift; a shift of 1 is no drift, so that what is found there are false
    alarms. Shares of %d windows each, against a baseline of %,d rows. Robust subtracts what chance explains once the
    false-alarm rate is shared out among all checks of all features; the default is Simple beyond chance. Made by `test/benchmarks/run drift-power`.

    | shift | rows | %s |
    |--:|--:|%s|
    %s
    """
        .formatted(feature, windows, baselineRows, titles, rules.replace(" ", ""), lines);
  }

  private static String join(Function<DriftDetector, String> cell) {
    return Arrays.stream(DriftDetector.values()).map(cell).collect(Collectors.joining(" | "));
  }

  private String line() {
    return String.format(
        Locale.ROOT,
        "| %.2f | %,d | %s |",
        factor,
        size,
        join(
            detector ->
                String.format(Locale.ROOT, "%.0f %%", 100 * found.getOrDefault(detector, 0.0))));
  }
}
