// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.profile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * SageMaker's {@code statistics.json} of data quality. What it says is enough to compare other data
 * with.
 *
 * @param odometer what SageMaker's form has no place for; its readers pass over it
 */
public record DatasetStatistics(
    double version,
    Dataset dataset,
    List<FeatureStatistics> features,
    @Nullable DatasetFacts odometer) {

  /** How many rows there were. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Dataset(long itemCount) {}

  /**
   * Facts about the whole.
   *
   * @param extraColumns in how many rows a column had a value that nobody knows
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record DatasetFacts(Map<String, Long> extraColumns) {
    public DatasetFacts {
      extraColumns = Map.copyOf(extraColumns);
    }
  }

  public DatasetStatistics {
    features = List.copyOf(features);
  }

  static DatasetStatistics of(
      long rows, List<FeatureStatistics> features, Map<String, Long> extraColumns) {
    DatasetFacts facts = extraColumns.isEmpty() ? null : new DatasetFacts(extraColumns);
    return new DatasetStatistics(0, new Dataset(rows), features, facts);
  }

  @JsonIgnore
  public long rows() {
    return dataset.itemCount();
  }

  public Optional<FeatureStatistics> feature(String name) {
    return features.stream().filter(feature -> feature.name().equals(name)).findFirst();
  }

  /** Columns that nobody knows, by name, and how many rows had a value there. */
  @JsonIgnore
  public Map<String, Long> extraColumns() {
    return odometer == null ? Map.of() : new TreeMap<>(odometer.extraColumns());
  }
}
