// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.plan;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.filter.RecordPath;
import io.odometer.core.serving.Field;
import io.odometer.core.serving.Fields;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of an endpoint's fields each column of a CSV is. Immutable but for the array, which nobody
 * writes.
 *
 * @param fields one a column, null where no model wants it
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record CsvLayout(@Nullable Field[] fields) {
  /**
   * @param filter which columns the models see
   * @throws OdometerException {@code Schema.Mismatch} when the columns are not the endpoint's,
   *     {@code Schema.Header} when two of them are the same field
   */
  public static CsvLayout of(TextSource source, RecordPath filter, Fields wanted) {
    int[] visible = visible(source, filter);
    List<String> header = source.header();
    @Nullable Field[] fields = new Field[source.width()];
    if (header == null) {
      byPosition(visible, wanted, fields);
    } else {
      byName(visible, header, wanted, fields);
    }
    return new CsvLayout(fields);
  }

  private static int[] visible(TextSource source, RecordPath filter) {
    try {
      return filter.columns(source.width());
    } catch (IllegalArgumentException misfit) {
      throw mismatch("inputFilter " + misfit.getMessage());
    }
  }

  private static void byPosition(int[] visible, Fields wanted, @Nullable Field[] fields) {
    if (visible.length != wanted.positions()) {
      throw mismatch(
          "without a header a row is %d cells in this order: %s; these are %d"
              .formatted(wanted.positions(), names(wanted, wanted.positions()), visible.length));
    }
    for (int i = 0; i < visible.length; i++) {
      fields[visible[i]] = wanted.at(i);
    }
  }

  private static void byName(
      int[] visible, List<String> header, Fields wanted, @Nullable Field[] fields) {
    boolean[] taken = new boolean[wanted.size()];
    for (int column : visible) {
      Field field = wanted.find(header.get(column));
      if (field != null && taken[field.index()]) {
        throw new OdometerException(
            Errors.SCHEMA_HEADER, "two columns are named '%s'".formatted(field.name()));
      }
      if (field != null) {
        taken[field.index()] = true;
        fields[column] = field;
      }
    }
    if (Arrays.stream(fields).noneMatch(field -> field != null)) {
      throw mismatch(
          "none of the columns is one of the endpoint's: " + names(wanted, wanted.size()));
    }
  }

  private static String names(Fields wanted, int count) {
    return String.join(
        ", ", wanted.all().stream().limit(count).map(Field::name).limit(50).toList());
  }

  private static OdometerException mismatch(String why) {
    return new OdometerException(Errors.SCHEMA_MISMATCH, why);
  }
}
