// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import io.odometer.core.profile.DatasetProfile;
import io.odometer.core.profile.DatasetStatistics;
import io.odometer.core.profile.ProfiledColumn;
import io.odometer.core.profile.ProfiledColumn.Kind;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;

/** Rows of a skewed number, a whole one that is missing now and then, a flag and a name. */
final class Samples {
  static final int DISTANCE = 0;
  static final int YEAR = 1;
  static final int FLAG = 2;
  static final int FUEL = 3;

  private static final List<ProfiledColumn> COLUMNS =
      List.of(
          new ProfiledColumn("distance", Kind.NUMBER),
          new ProfiledColumn("year", Kind.NUMBER),
          new ProfiledColumn("flag", Kind.NUMBER),
          new ProfiledColumn("fuel", Kind.CATEGORY));
  private static final List<String> FUELS = List.of("petrol", "petrol", "petrol", "diesel", "gas");

  private Samples() {}

  static DatasetProfile empty() {
    return new DatasetProfile(COLUMNS);
  }

  static DatasetStatistics usual(int rows, long seed) {
    return rows(rows, seed, (profile, random) -> usual(profile, random, 1, FUELS, 0.015));
  }

  /** Longer distances, another fuel, years that are missing. */
  static DatasetStatistics shifted(int rows, long seed) {
    return rows(rows, seed, Samples::shifted);
  }

  static void shifted(DatasetProfile profile, Random random) {
    List<String> fuels = List.of("petrol", "petrol", "petrol", "diesel", "gas", "electric");
    usual(profile, random, 1.6, fuels, 0.08);
  }

  static DatasetStatistics rows(int rows, long seed, BiConsumer<DatasetProfile, Random> row) {
    DatasetProfile profile = empty();
    Random random = new Random(seed);
    for (int i = 0; i < rows; i++) {
      row.accept(profile, random);
      profile.end();
    }
    return profile.statistics();
  }

  static void usual(DatasetProfile profile, Random random) {
    usual(profile, random, 1, FUELS, 0.015);
  }

  private static void usual(
      DatasetProfile profile, Random random, double factor, List<String> fuels, double missing) {
    profile.number(DISTANCE, factor * Math.exp(10 + 0.7 * random.nextGaussian()));
    if (random.nextDouble() < missing) {
      profile.missing(YEAR);
    } else {
      profile.number(YEAR, 2005 + random.nextInt(20));
    }
    profile.number(FLAG, random.nextInt(10) == 0 ? 1 : 0);
    profile.text(FUEL, fuels.get(random.nextInt(fuels.size())));
  }
}
