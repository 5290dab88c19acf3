// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import io.odometer.core.profile.FeatureStatistics;
import io.odometer.core.profile.InferredType;
import io.odometer.core.profile.ProfiledColumn.Kind;
import org.jspecify.annotations.Nullable;

/**
 * One feature against its baseline.
 *
 * @param type the one that is asked for
 * @param kind null if neither sample knows the column
 * @param speaks whether the sample is large enough for a verdict; numbers are given all the same
 * @param baseline null if the baseline does not know the column
 * @param current null if the sample has no such column
 * @param distances null where distributions are not compared
 * @param histogram null where distributions are not compared
 */
public record FeatureReport(
    String name,
    @Nullable InferredType type,
    @Nullable Kind kind,
    boolean speaks,
    @Nullable Counts baseline,
    @Nullable Counts current,
    @Nullable Distances distances,
    @Nullable Histogram histogram) {

  /**
   * How many cells there were.
   *
   * @param completeness the share of rows with a value, readable or not
   */
  public record Counts(long present, long missing, long unreadable, double completeness) {
    static Counts of(FeatureStatistics feature) {
      return new Counts(
          feature.present(),
          feature.missing(),
          feature.unreadable(),
          FeatureCheck.completeness(feature).value());
    }
  }
}
