// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.profile.ProfiledColumn.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatasetProfileTest {
  private static final List<ProfiledColumn> COLUMNS =
      List.of(
          new ProfiledColumn("size", Kind.NUMBER),
          new ProfiledColumn("colour", Kind.CATEGORY),
          new ProfiledColumn("note", Kind.TEXT),
          new ProfiledColumn("day", Kind.DATE));

  private final DatasetProfile profile = new DatasetProfile(COLUMNS);

  private FeatureStatistics feature(String name) {
    return profile.statistics().feature(name).orElseThrow();
  }

  @Test
  void cells_are_present_missing_or_unreadable() {
    profile.number(0, 4);
    profile.end();
    profile.unreadable(0);
    profile.end();
    profile.missing(0);
    profile.end();
    profile.end();
    FeatureStatistics size = feature("size");
    assertEquals(1, size.present());
    assertEquals(1, size.unreadable());
    assertEquals(2, size.missing());
    assertEquals(InferredType.INTEGRAL, size.inferredType());
  }

  @Test
  void numbers_that_are_none_are_missing_or_unreadable() {
    profile.number(0, Double.NaN);
    profile.end();
    profile.number(0, Double.POSITIVE_INFINITY);
    profile.end();
    profile.text(0, "four");
    profile.end();
    assertEquals(1, feature("size").missing());
    assertEquals(2, feature("size").unreadable());
    assertEquals(InferredType.UNKNOWN, feature("size").inferredType());
  }

  @Test
  void one_fraction_makes_a_column_fractional() {
    profile.number(0, 4);
    profile.end();
    profile.number(0, 4.5);
    profile.end();
    assertEquals(InferredType.FRACTIONAL, feature("size").inferredType());
    assertEquals(1, feature("size").fractional());
  }

  @Test
  void text_and_dates_are_counted_without_their_values() {
    for (int row = 0; row < 6; row++) {
      profile.text(2, "words " + row % 3);
      profile.number(3, 86_400.0 * row);
      profile.end();
    }
    assertEquals(3, feature("note").distinct());
    assertEquals(6, feature("day").distinct());
    assertTrue(feature("note").categories().isEmpty());
    assertEquals(Kind.DATE, feature("day").kind());
  }

  @Test
  void a_number_in_a_column_of_names_is_a_name() {
    profile.number(1, 4);
    profile.end();
    assertEquals(List.of(new CategoryCount("4", 1)), feature("colour").categories());
  }

  @Test
  void a_column_that_no_row_has_is_left_out() {
    profile.number(0, 4);
    profile.end();
    assertTrue(profile.statistics().feature("colour").isEmpty());
  }

  @Test
  void nothing_has_statistics_too() {
    DatasetStatistics nothing = profile.statistics();
    assertEquals(0, nothing.rows());
    assertEquals(4, nothing.features().size());
    assertEquals(InferredType.UNKNOWN, feature("size").inferredType());
  }

  @Test
  void merging_adds_up() {
    DatasetProfile other = new DatasetProfile(COLUMNS);
    profile.text(1, "red");
    profile.end();
    profile.extraColumn("weight", 1);
    other.text(1, "red");
    other.end();
    other.extraColumn("weight", 2);
    profile.merge(other);
    assertEquals(2, profile.rows());
    assertEquals(List.of(new CategoryCount("red", 2)), feature("colour").categories());
    assertEquals(Map.of("weight", 3L), profile.statistics().extraColumns());
  }

  @Test
  void profiles_of_other_columns_do_not_merge() {
    DatasetProfile other = new DatasetProfile(List.of(new ProfiledColumn("size", Kind.CATEGORY)));
    DatasetProfile same = new DatasetProfile(List.of(new ProfiledColumn("size", Kind.NUMBER)));
    assertThrows(IllegalArgumentException.class, () -> profile.merge(other));
    assertThrows(RuntimeException.class, () -> same.merge(other));
  }
}
