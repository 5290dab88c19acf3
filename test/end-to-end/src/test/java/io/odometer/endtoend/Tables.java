// SPDX-License-Identifier: Apache-2.0
package io.odometer.endtoend;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;

/** Small tables that models learn fast. */
final class Tables {
  /** Enough to learn from, and over in a second or two. */
  static final String QUICK =
      """
      {"target": "price", "quietPeriod": "PT0S",
       "algorithms": {"xgboost": {"num_round": 60, "max_depth": 4}, "linear": {}}}
      """;

  /** The same, and watched only when somebody asks. */
  static final String UNSCHEDULED =
      """
      {"target": "price", "quietPeriod": "PT0S", "monitoring": {"schedule": "off"},
       "algorithms": {"xgboost": {"num_round": 60, "max_depth": 4}, "linear": {}}}
      """;

  /** A row of the tables, without the target. */
  static final String ROW = "{\"kind\": \"large\", \"age\": 3, \"used\": \"1,200\"}";

  private static final int NOTE = 12;

  private Tables() {}

  /** A price that kind, age and use explain but for a little noise. */
  static String learnable(int rows, long seed) {
    var random = new Random(seed);
    var text = new StringBuilder("kind,age,used,price\n");
    for (int i = 0; i < rows; i++) {
      boolean large = random.nextBoolean();
      double age = random.nextInt(120) / 10.0;
      int used = random.nextInt(20_000);
      double price =
          (large ? 20_000 : 12_000) - 800 * age - used / 10.0 + 150 * random.nextGaussian();
      text.append(
          String.format(
              Locale.ROOT, "%s,%.1f,%d,£%.0f\n", large ? "large" : "small", age, used, price));
    }
    return text.toString();
  }

  /** The same kind of table as it is before anybody knows the prices. */
  static String unlabelled(int rows, long seed) {
    var text = new StringBuilder();
    learnable(rows, seed)
        .lines()
        .forEach(line -> text.append(line, 0, line.lastIndexOf(',')).append('\n'));
    return text.toString();
  }

  /** Rows to score, wide with a column that no model knows; one in a thousand lacks a cell. */
  static byte[] wide(int rows, long seed) {
    var random = new Random(seed);
    var text = new StringBuilder("kind,age,used,note\n");
    for (int i = 1; i <= rows; i++) {
      text.append(random.nextBoolean() ? "large," : "small,");
      text.append(random.nextInt(120) / 10.0).append(',').append(random.nextInt(20_000));
      text.append(i % 1000 == 0 ? "" : "," + Long.toHexString(random.nextLong()).repeat(NOTE));
      text.append('\n');
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
