// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import io.odometer.core.profile.FeatureStatistics;
import io.odometer.core.profile.InferredType;
import org.jspecify.annotations.Nullable;

/** Which values are of a type: whole numbers are fractional ones, too, and everything is text. */
final class DataTypes {
  private DataTypes() {}

  static Share share(FeatureStatistics feature, @Nullable InferredType type) {
    long values = feature.present() + feature.unreadable();
    long matching =
        type == InferredType.INTEGRAL
            ? feature.present() - feature.fractional()
            : feature.present();
    return new Share(type == InferredType.UNKNOWN || type == null ? values : matching, values);
  }
}
