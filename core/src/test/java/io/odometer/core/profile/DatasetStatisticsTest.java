// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.odometer.core.json.Json;
import io.odometer.core.profile.ProfiledColumn.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DatasetStatisticsTest {
  private static final double[] PRICES = {
    15900, 9950, 22400, 7200, 13750, 18300, 11200, 16850, 8400, 20100
  };
  private static final double[] MILEAGES = {
    48210.5, 121034, 18900.2, 167500, 63420.8, 35011.4, 98760, 51990.6, 24785.9
  };
  private static final String[] FUELS = {
    "petrol", "diesel", "petrol", "hybrid", "diesel", "petrol", "hybrid", "petrol", "diesel"
  };

  private final JsonNode sample = Trees.sample(getClass(), "statistics.json");

  private static DatasetProfile profile() {
    DatasetProfile profile =
        new DatasetProfile(
            List.of(
                new ProfiledColumn("price", Kind.NUMBER),
                new ProfiledColumn("mileage_km", Kind.NUMBER),
                new ProfiledColumn("fuel", Kind.CATEGORY)));
    for (int row = 0; row < 10; row++) {
      profile.number(0, PRICES[row]);
      if (row < 9) {
        profile.number(1, MILEAGES[row]);
        profile.text(2, FUELS[row]);
      }
      profile.end();
    }
    return profile;
  }

  @Test
  void ten_rows_give_the_file_that_sagemaker_writes() {
    Trees.assertSame(sample, Json.toTree(profile().statistics()));
  }

  @Test
  void what_is_written_is_read_back_equal() {
    DatasetStatistics statistics = profile().statistics();
    assertEquals(statistics, Json.read(Json.bytes(statistics), DatasetStatistics.class));
  }

  @Test
  void a_file_of_sagemakers_is_understood_without_our_own_member() {
    DatasetStatistics read = Json.fromTree(sample, DatasetStatistics.class);
    FeatureStatistics mileage = read.feature("mileage_km").orElseThrow();
    assertEquals(10, read.rows());
    assertEquals(Kind.NUMBER, mileage.kind());
    assertEquals(9, mileage.present());
    assertEquals(1, mileage.missing());
    assertEquals(9, mileage.numbers().count());
    assertEquals(0, mileage.negative());
    assertEquals(Kind.CATEGORY, read.feature("fuel").orElseThrow().kind());
    Trees.assertSame(sample, Json.toTree(read));
  }

  @Test
  void a_column_without_any_value_is_unknown() {
    DatasetProfile empty = new DatasetProfile(List.of(new ProfiledColumn("price", Kind.NUMBER)));
    empty.missing(0);
    empty.end();
    FeatureStatistics price = empty.statistics().features().getFirst();
    assertEquals(InferredType.UNKNOWN, price.inferredType());
    assertEquals(1, price.missing());
    assertFalse(Json.text(price).contains("statistics"));
    assertEquals(price, Json.read(Json.bytes(price), FeatureStatistics.class));
  }
}
