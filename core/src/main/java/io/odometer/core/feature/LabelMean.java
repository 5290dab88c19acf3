// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.feature;

import io.odometer.core.schema.Row;
import io.odometer.core.schema.Schema;
import io.odometer.core.schema.TextValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The mean label of training rows with the same name, drawn towards the mean of the next shorter
 * form of the name the fewer rows there are, and at last towards the mean of all. A name never seen
 * has the value of its longest known form.
 *
 * @param levels one a feature, shortest form first; a column whose names are not taken apart has
 *     one
 * @param prior the mean of all
 * @param centre taken off, and {@code scale} what the rest is divided by; 0 and 1 for trees
 */
record LabelMean(
    int column, List<Map<String, Double>> levels, double prior, double centre, double scale)
    implements FeatureEncoder {
  private static final List<String> SUFFIXES = List.of(" first word", " first two words", "");

  LabelMean {
    levels = List.copyOf(levels);
  }

  @Override
  public List<String> names(Schema schema) {
    String name = FeatureNames.column(schema, column);
    List<String> names = new ArrayList<>();
    for (int level = 0; level < levels.size(); level++) {
      names.add(name + SUFFIXES.get(SUFFIXES.size() - levels.size() + level) + " label mean");
    }
    return names;
  }

  @Override
  public void encode(Row row, float[] features, int offset) {
    TextValue value = row.text(column);
    double mean = prior;
    for (int level = 0; level < levels.size(); level++) {
      Double known = value == null ? null : levels.get(level).get(form(value, level));
      mean = known == null ? mean : known;
      features[offset + level] = (float) ((mean - centre) / scale);
    }
  }

  private String form(TextValue value, int level) {
    return form(value, level, levels.size());
  }

  static String form(TextValue value, int level, int levels) {
    return switch (levels - level) {
      case 1 -> value.whole();
      case 2 -> value.firstTwoWords();
      default -> value.firstWord();
    };
  }

  @Override
  public boolean unseen(Row row) {
    @Nullable TextValue value = row.text(column);
    return value != null && !levels.getFirst().containsKey(form(value, 0));
  }
}
