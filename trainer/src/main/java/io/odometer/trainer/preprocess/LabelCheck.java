// SPDX-License-Identifier: Apache-2.0
package io.odometer.trainer.preprocess;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tech.tablesaw.api.DoubleColumn;

/**
 * Names labels that are far from all others: more than three interquartile ranges above the upper
 * quartile (J. Tukey's far-out values), or five below the lower one, of the logarithm where nearly
 * all labels are positive. Logarithms have their longer tail below.
 */
final class LabelCheck {
  private static final double FAR_ABOVE = 3;
  private static final double FAR_BELOW = 5;
  private static final double NEARLY_ALL = 0.95;
  private static final int SHOWN = 5;

  private final String target;
  private final DoubleColumn labels;

  LabelCheck(String target, double[] labels) {
    this.target = target;
    this.labels = DoubleColumn.create(target, labels);
  }

  Optional<String> warning() {
    boolean logarithmic = labels.isGreaterThan(0).size() >= NEARLY_ALL * labels.size();
    DoubleColumn scale = logarithmic ? positive().logN() : labels;
    double first = scale.quartile1();
    double third = scale.quartile3();
    double spread = third - first;
    if (!(spread > 0)) {
      return Optional.empty();
    }
    double least = logarithmic ? Math.exp(first - FAR_BELOW * spread) : first - FAR_BELOW * spread;
    double most = logarithmic ? Math.exp(third + FAR_ABOVE * spread) : third + FAR_ABOVE * spread;
    return describe(rounded(least), rounded(most));
  }

  private DoubleColumn positive() {
    return labels.where(labels.isGreaterThan(0));
  }

  private Optional<String> describe(double least, double most) {
    List<String> found = new ArrayList<>();
    DoubleColumn above = labels.where(labels.isGreaterThan(most));
    if (!above.isEmpty()) {
      above.sortDescending();
      found.add("%,d above %s (%s)".formatted(above.size(), plain(most), examples(above)));
    }
    DoubleColumn below = labels.where(labels.isLessThan(least));
    if (!below.isEmpty()) {
      below.sortAscending();
      found.add("%,d below %s (%s)".formatted(below.size(), plain(least), examples(below)));
    }
    if (found.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "%s: of %,d values %s are far from all others and may spoil the models; a filter such as {\"%s\": [%s, %s]} leaves them out"
            .formatted(
                target,
                labels.size(),
                String.join(" and ", found),
                target,
                plain(least),
                plain(most)));
  }

  private static String examples(DoubleColumn column) {
    String shown =
        column.unique().asList().stream()
            .limit(SHOWN)
            .map(LabelCheck::plain)
            .collect(Collectors.joining(", "));
    return column.unique().size() > SHOWN ? shown + ", …" : shown;
  }

  /** To two figures: these are hints for people. */
  private static double rounded(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return value;
    }
    double unit = Math.pow(10, Math.floor(Math.log10(Math.abs(value))) - 1);
    return Math.rint(value / unit) * unit;
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.4g", value);
  }
}
