// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.profile;

import io.odometer.core.profile.ProfiledColumn.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What SageMaker's statistics have no place for; in the member {@code odometer}, which its readers
 * pass over.
 *
 * @param present cells with a value of the column's kind
 * @param unreadable cells with something else
 * @param fractional numbers that are not whole; null for other columns
 * @param negative numbers below zero; null for other columns
 * @param undercount by how much a category's count may be too low; null if none is
 */
public record FeatureFacts(
    Kind kind,
    long present,
    long missing,
    long unreadable,
    @Nullable Long fractional,
    @Nullable Long negative,
    @Nullable Long undercount) {

  static FeatureFacts of(Kind kind, long present, long missing, long unreadable) {
    return new FeatureFacts(kind, present, missing, unreadable, null, null, null);
  }

  FeatureFacts with(long fractional, long negative) {
    return new FeatureFacts(kind, present, missing, unreadable, fractional, negative, null);
  }

  FeatureFacts with(long undercount) {
    Long some = undercount == 0 ? null : undercount;
    return new FeatureFacts(kind, present, missing, unreadable, null, null, some);
  }

  CommonStatistics common() {
    return new CommonStatistics(present, missing);
  }
}
