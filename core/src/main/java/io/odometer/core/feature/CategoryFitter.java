// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.feature;

import io.odometer.core.learner.FeatureForm;
import io.odometer.core.schema.Column;
import io.odometer.core.schema.ColumnType;
import io.odometer.core.schema.TypedTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fits encoders of names that do not look at labels. */
final class CategoryFitter {
  private static final int TREE_FEATURES = 16;
  private static final int LINEAR_FEATURES = 300;
  private static final int LEAST_FEATURES = 16;

  /** Values that names' features may take up in a linear model's training matrix. */
  private static final int MATRIX_VALUES = 30_000_000;

  private static final int MOST_RARE = 5_000;

  private final TypedTable training;
  private final int mostFeatures;

  CategoryFitter(TypedTable training, FeatureForm form) {
    this.training = training;
    this.mostFeatures =
        switch (form) {
          case TREE -> TREE_FEATURES;
          case LINEAR -> fittingFeatures(training);
        };
  }

  /** The most features a column may have so that those of all columns fit in the matrix. */
  private static int fittingFeatures(TypedTable training) {
    long room = MATRIX_VALUES / Math.max(training.rows(), 1);
    int most = LINEAR_FEATURES;
    while (most > LEAST_FEATURES && width(training, most) > room) {
      most--;
    }
    return most;
  }

  private static long width(TypedTable training, int most) {
    long width = 0;
    List<Column> columns = training.schema().columns();
    for (int column = 0; column < columns.size(); column++) {
      ColumnType type = columns.get(column).type();
      if (type == ColumnType.CATEGORY || type == ColumnType.TEXT) {
        width += Math.min(most, training.dictionary(column).size());
      }
    }
    return width;
  }

  int distinct(int column) {
    return training.dictionary(column).size();
  }

  int mostFeatures() {
    return mostFeatures;
  }

  /** None if every training row says the same. */
  Optional<FeatureEncoder> oneHot(int column) {
    Map<String, Integer> counts = counts(column);
    int enough = enoughRows();
    List<String> frequent =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() >= enough && entry.getValue() < training.rows())
            .sorted(
                Comparator.comparingInt((Map.Entry<String, Integer> entry) -> -entry.getValue())
                    .thenComparing(Map.Entry::getKey))
            .limit(mostFeatures())
            .map(Map.Entry::getKey)
            .toList();
    List<String> rare = new ArrayList<>(counts.keySet());
    rare.removeAll(new HashSet<>(frequent));
    rare.sort(Comparator.naturalOrder());
    long rareRows = rare.stream().mapToLong(counts::get).sum();
    long missing = training.rows() - counts.values().stream().mapToLong(Integer::longValue).sum();
    boolean other = rareRows > 0 && rareRows < training.rows();
    boolean missingToo = missing > 0 && missing < training.rows();
    if (frequent.isEmpty() && !other && !missingToo) {
      return Optional.empty();
    }
    return Optional.of(
        new OneHot(
            column,
            new Dictionary(frequent),
            new Dictionary(rare.subList(0, Math.min(rare.size(), MOST_RARE))),
            other,
            missingToo));
  }

  FeatureEncoder frequency(int column) {
    return new Frequency(column, counts(column));
  }

  /** Fewer rows than this do not tell a name from chance. */
  private int enoughRows() {
    return Math.clamp(training.rows() / 4_000, 3, 20);
  }

  private Map<String, Integer> counts(int column) {
    int[] counts = new int[distinct(column)];
    for (int row = 0; row < training.rows(); row++) {
      int code = training.code(row, column);
      if (code >= 0) {
        counts[code]++;
      }
    }
    Map<String, Integer> named = new HashMap<>();
    for (int code = 0; code < counts.length; code++) {
      named.merge(training.dictionary(column).get(code).whole(), counts[code], Integer::sum);
    }
    return named;
  }
}
