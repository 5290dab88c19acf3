// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.schema;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.odometer.core.project.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column as it was in the rows that a version was made from.
 *
 * @param numbers how to read numbers; for a category too when many of its cells are numbers
 * @param dayFirst whether {@code 3/4/2020} is the third of April
 * @param range of the first number, or of the date in seconds since 1970
 * @param categories the most frequent values, most frequent first; not all of them
 * @param distinct how many different values, counted or estimated
 * @param missing share of cells that are missing
 * @param example a cell as the source has it
 */
public record Column(
    String name,
    ColumnType type,
    @Nullable NumberForm numbers,
    boolean dayFirst,
    @Nullable Range range,
    List<String> categories,
    long distinct,
    double missing,
    @Nullable String example) {

  public Column {
    categories = List.copyOf(categories);
    if (type == ColumnType.NUMBER && numbers == null) {
      throw new IllegalArgumentException("column " + name + ": how are its numbers read?");
    }
  }

  /** A column of which no more is known than how to read it. */
  public static Column of(String name, ColumnType type) {
    NumberForm numbers = type == ColumnType.NUMBER ? NumberForm.PLAIN : null;
    return new Column(name, type, numbers, false, null, List.of(), 0, 0, null);
  }

  /** The same column with its numbers read in another way. */
  Column with(NumberForm form) {
    return new Column(name, type, form, dayFirst, range, categories, distinct, missing, example);
  }

  /** The most frequent unit of the first number, if there is one. */
  @JsonIgnore
  public @Nullable String unit() {
    return numbers == null || numbers.parts().getFirst().isEmpty()
        ? null
        : numbers.parts().getFirst();
  }
}
