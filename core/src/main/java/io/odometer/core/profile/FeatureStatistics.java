// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.profile;

import io.odometer.core.profile.ProfiledColumn.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Statistics of one column, as SageMaker writes them.
 *
 * @param numericalStatistics of numbers, else null
 * @param stringStatistics of everything else, null too when there is no value
 * @param odometer what SageMaker's form has no place for
 */
@JsonNaming(SnakeCaseStrategy.class)
public record FeatureStatistics(
    String name,
    InferredType inferredType,
    @Nullable NumericalStatistics numericalStatistics,
    @Nullable StringStatistics stringStatistics,
    @Nullable FeatureFacts odometer) {

  static FeatureStatistics unknown(String name, FeatureFacts facts) {
    return new FeatureStatistics(name, InferredType.UNKNOWN, null, null, facts);
  }

  static FeatureStatistics of(String name, FeatureFacts facts, NumericalStatistics numbers) {
    boolean fractional = facts.fractional() != null && facts.fractional() > 0;
    InferredType type = fractional ? InferredType.FRACTIONAL : InferredType.INTEGRAL;
    return new FeatureStatistics(name, type, numbers, null, facts);
  }

  static FeatureStatistics of(String name, FeatureFacts facts, StringStatistics names) {
    return new FeatureStatistics(name, InferredType.STRING, null, names, facts);
  }

  /** Taken from the type where the file does not say: SageMaker knows no dates. */
  public Kind kind() {
    if (odometer != null) {
      return odometer.kind();
    }
    return numericalStatistics != null
        ? Kind.NUMBER
        : categories().isEmpty() ? Kind.TEXT : Kind.CATEGORY;
  }

  public long present() {
    return odometer != null ? odometer.present() : common().numPresent();
  }

  public long missing() {
    return odometer != null ? odometer.missing() : common().numMissing();
  }

  public long unreadable() {
    return odometer != null ? odometer.unreadable() : 0;
  }

  /** Numbers that are not whole; where the file does not say, none or all of them. */
  public long fractional() {
    if (odometer != null && odometer.fractional() != null) {
      return odometer.fractional();
    }
    return inferredType == InferredType.FRACTIONAL ? present() : 0;
  }

  /** Numbers below zero; where the file does not say, by its sketch. */
  public long negative() {
    if (odometer != null && odometer.negative() != null) {
      return odometer.negative();
    }
    return Math.round(numbers().below(0));
  }

  /** All numbers, as exactly as the sketch has them; empty for other columns. */
  public NumberDistribution numbers() {
    return NumberDistribution.of(
        numericalStatistics == null
            ? List.of()
            : numericalStatistics.distribution().kll().sketch().data());
  }

  /** Most frequent first; empty for other columns. */
  public List<CategoryCount> categories() {
    return stringStatistics == null
        ? List.of()
        : stringStatistics.distribution().categorical().buckets();
  }

  /** How many different names there are; 0 for numbers. */
  public long distinct() {
    return stringStatistics == null ? 0 : Math.round(stringStatistics.distinctCount());
  }

  private CommonStatistics common() {
    return numericalStatistics != null
        ? numericalStatistics.common()
        : stringStatistics != null ? stringStatistics.common() : new CommonStatistics(0, 0);
  }
}
