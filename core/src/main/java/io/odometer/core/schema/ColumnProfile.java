// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.schema;

import io.odometer.core.project.Range;
import io.odometer.core.table.Cells;
import io.odometer.core.table.Hashes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What one pass over a column's cells tells about them, in bounded memory. */
final class ColumnProfile {
  private static final int MOST_UNITS = 64;
  private static final int KEPT_UNITS = 8;
  private static final int LONGEST_EXAMPLE = 100;

  private final NumberScanner scanner = new NumberScanner();
  private final DateScanner dateScanner = new DateScanner();
  private final DistinctCounter distinct = new DistinctCounter();
  private final Tally names;
  private final List<Tally> units = new ArrayList<>();
  private final long[] parts = new long[NumberScanner.PARTS];
  private final Extent asPoint = new Extent();
  private final Extent asComma = new Extent();
  private final Extent dateExtent = new Extent();
  private @Nullable String example;
  private double previous = Double.NaN;
  private long rows;
  private long present;
  private long numbers;
  private long plain;
  private long whole;
  private long steps;
  private long dates;
  private long dayFirst;
  private long monthFirst;
  private long decimalCommas;
  private long decimalPoints;
  private long words;
  private long severalWords;

  ColumnProfile(int mostNames) {
    names = new Tally(mostNames);
    for (int part = 0; part < NumberScanner.PARTS; part++) {
      units.add(new Tally(MOST_UNITS));
    }
  }

  void add(String cell) {
    rows++;
    if (Cells.isMissing(cell)) {
      return;
    }
    present++;
    String name = Cells.normalise(cell);
    if (example == null) {
      example = name.substring(0, Math.min(name.length(), LONGEST_EXAMPLE));
    }
    distinct.add(Hashes.of(name));
    names.add(name);
    addWords(name);
    addDate(name);
    addNumber(name);
  }

  private void addWords(String name) {
    int count = 1;
    for (int i = 1; i < name.length(); i++) {
      boolean begins = Cells.partsWords(name.charAt(i - 1)) && !Cells.partsWords(name.charAt(i));
      count += begins ? 1 : 0;
    }
    words += count;
    severalWords += count > 1 ? 1 : 0;
  }

  private void addDate(String name) {
    double seconds = dateScanner.read(name, true);
    if (!Double.isNaN(seconds)) {
      dates++;
      dayFirst += dateScanner.sawDayFirst() ? 1 : 0;
      monthFirst += dateScanner.sawMonthFirst() ? 1 : 0;
      dateExtent.add(seconds);
    }
  }

  private void addNumber(String name) {
    if (!scanner.scan(name, false)) {
      previous = Double.NaN;
      if (name.indexOf('.') >= 0 && scanner.scan(name, true)) {
        addNumberOnlyWithComma();
      }
      return;
    }
    numbers++;
    decimalCommas += scanner.sawDecimalComma() ? 1 : 0;
    decimalPoints += scanner.sawDecimalPoint() ? 1 : 0;
    double value = scanner.value(0);
    asPoint.add(value);
    whole += value == Math.rint(value) ? 1 : 0;
    steps += Math.abs(value - previous) == 1 ? 1 : 0;
    previous = value;
    addUnits();
    if (scanner.scan(name, true)) {
      asComma.add(scanner.value(0));
    }
  }

  private void addNumberOnlyWithComma() {
    numbers++;
    decimalCommas++;
    asComma.add(scanner.value(0));
    addUnits();
  }

  private void addUnits() {
    for (int part = 0; part < scanner.count(); part++) {
      parts[part]++;
      units.get(part).add(scanner.unit(part).toLowerCase(Locale.ROOT));
    }
    plain += scanner.count() == 1 && scanner.unit(0).isEmpty() ? 1 : 0;
  }

  long rows() {
    return rows;
  }

  /** How many cells are not of the type. */
  long unreadable(ColumnType type) {
    return switch (type) {
      case NUMBER -> present - numbers;
      case DATE -> present - dates;
      case CATEGORY, TEXT -> 0;
    };
  }

  long present() {
    return present;
  }

  double missingShare() {
    return rows == 0 ? 0 : (double) (rows - present) / rows;
  }

  /** Never more than there are cells, though it may be an estimate. */
  long distinct() {
    return Math.min(distinct.count(), present);
  }

  double share(long count) {
    return present == 0 ? 0 : (double) count / present;
  }

  double dateShare() {
    return share(dates);
  }

  double numberShare() {
    return share(numbers);
  }

  double plainNumberShare() {
    return share(plain);
  }

  double severalWordsShare() {
    return share(severalWords);
  }

  double wordsPerCell() {
    return share(words);
  }

  /** Whether the numbers are whole and nearly each is its neighbour plus or minus one. */
  boolean countsUp() {
    return whole == present && steps >= 0.9 * (present - 1);
  }

  boolean allWholeNumbers() {
    return whole == present && plain == present;
  }

  /** Share of numbers whose unit is one of the few most frequent. */
  double unitCoverage() {
    Tally first = units.getFirst();
    return numbers == 0 ? 0 : (double) first.total(first.top(KEPT_UNITS)) / numbers;
  }

  boolean decimalComma() {
    return decimalCommas > 0 && decimalPoints == 0;
  }

  boolean dayBeforeMonth() {
    return dayFirst >= monthFirst;
  }

  NumberForm numberForm(boolean decimalComma) {
    List<String> dominant = new ArrayList<>();
    for (int part = 0; part < NumberScanner.PARTS; part++) {
      if (part == 0 || parts[part] >= 0.2 * numbers) {
        dominant.add(units.get(part).top(1).stream().findFirst().orElse(""));
      }
    }
    long least = Math.max(3, numbers / 500);
    List<String> seen = units.getFirst().atLeast(least, KEPT_UNITS);
    return new NumberForm(dominant, seen.isEmpty() ? dominant.subList(0, 1) : seen, decimalComma);
  }

  @Nullable Range numberRange(boolean decimalComma) {
    return (decimalComma ? asComma : asPoint).range();
  }

  @Nullable Range dateRange() {
    return dateExtent.range();
  }

  List<String> mostFrequent(int limit) {
    return names.top(limit);
  }

  @Nullable String example() {
    return example;
  }

  /** The least and the most of some numbers. */
  private static final class Extent {
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    void add(double value) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }

    @Nullable Range range() {
      return least <= most ? new Range(least, most) : null;
    }
  }
}
