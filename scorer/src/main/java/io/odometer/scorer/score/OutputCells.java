// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.score;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.filter.RecordPath;
import io.odometer.core.project.JoinSource;
import io.odometer.core.project.ScoringSettings;
import io.odometer.core.scoring.PredictionColumns;
import io.odometer.scorer.parquet.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which cells a row of the output has: those of the input if it is joined, then the prediction,
 * each member's, and the version; of these the ones that the output filter chooses. Immutable.
 */
final class OutputCells {
  private final boolean joined;
  private final IntPredicate neutralized;
  private final int[] chosen;
  private final List<String> names;
  private final String version;

  /**
   * @param width cells of an input's row
   * @param neutralized the columns whose formulas are disarmed
   * @param algorithms of the members, in their order
   * @throws OdometerException {@code Schema.Mismatch} when the filter chooses what is not there
   */
  OutputCells(
      ScoringSettings settings,
      int width,
      IntPredicate neutralized,
      List<String> algorithms,
      String version) {
    this.joined = settings.joinSource() == JoinSource.INPUT;
    this.neutralized = neutralized;
    this.names = names(algorithms);
    this.version = version;
    this.chosen = chosen(settings.outputFilter(), (joined ? width : 0) + names.size());
  }

  private static List<String> names(List<String> algorithms) {
    List<String> names = new ArrayList<>(List.of(PredictionColumns.COMBINED));
    algorithms.stream().map(PredictionColumns::of).forEach(names::add);
    names.add("model_version");
    return names;
  }

  private static int[] chosen(RecordPath filter, int width) {
    try {
      return filter.columns(width);
    } catch (IllegalArgumentException misfit) {
      throw new OdometerException(
          Errors.SCHEMA_MISMATCH, "outputFilter " + misfit.getMessage(), misfit);
    }
  }

  /** Names of the output's columns; a new one that the input has already gets a number. */
  List<String> header(List<String> input) {
    List<String> all = new ArrayList<>(joined ? input : List.of());
    Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    taken.addAll(all);
    names.forEach(name -> all.add(free(name, taken)));
    List<String> header = new ArrayList<>();
    for (int column : chosen) {
      String name = all.get(column);
      header.add(neutralized.test(column) ? Formulas.disarmed(name) : name);
    }
    return header;
  }

  private static String free(String name, Set<String> taken) {
    String free = name;
    for (int number = 2; !taken.add(free); number++) {
      free = name + "_" + number;
    }
    return free;
  }

  /** The same columns as Parquet has them. */
  Columns columns(Columns input) {
    List<String> header = header(input.columns().stream().map(Columns.Column::name).toList());
    int before = joined ? input.columns().size() : 0;
    List<Columns.Column> columns = new ArrayList<>();
    for (int i = 0; i < chosen.length; i++) {
      int made = chosen[i] - before;
      String type =
          made < 0
              ? input.columns().get(chosen[i]).type()
              : made == names.size() - 1 ? Columns.TEXT : Columns.NUMBER;
      columns.add(new Columns.Column(header.get(i), type));
    }
    return new Columns(columns);
  }

  List<@Nullable String> of(@Nullable String[] input, double[] values) {
    int before = joined ? input.length : 0;
    List<@Nullable String> row = new ArrayList<>(chosen.length);
    for (int column : chosen) {
      row.add(column < before ? text(column, input[column]) : made(column - before, values));
    }
    return row;
  }

  private @Nullable String text(int column, @Nullable String cell) {
    return cell != null && neutralized.test(column) ? Formulas.disarmed(cell) : cell;
  }

  private @Nullable String made(int index, double[] values) {
    if (index == values.length) {
      return version;
    }
    return Double.isFinite(values[index]) ? Double.toString(values[index]) : null;
  }
}
