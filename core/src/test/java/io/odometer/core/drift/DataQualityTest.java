// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.json.Json;
import io.odometer.core.profile.DatasetProfile;
import io.odometer.core.profile.DatasetStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataQualityTest {
  private static final DatasetStatistics BASELINE = Samples.usual(4_000, 1);
  private static final Constraints CONSTRAINTS = Constraints.suggest(BASELINE);

  private static DataQualityReport check(DatasetStatistics current) {
    return DataQuality.check(BASELINE, CONSTRAINTS, current, Sensitivity.DEFAULT);
  }

  private static List<String> found(DatasetStatistics current) {
    return check(current).violations().stream()
        .map(violation -> violation.subject() + " " + violation.constraintCheckType())
        .toList();
  }

  private static DatasetStatistics with(int rows, ObjIntConsumer<DatasetProfile> change) {
    Random random = new Random(7);
    DatasetProfile profile = Samples.empty();
    for (int row = 0; row < rows; row++) {
      change.accept(profile, row);
      Samples.usual(profile, random);
      profile.end();
    }
    return profile.statistics();
  }

  @Test
  void usual_traffic_breaks_nothing() {
    long alarms =
        IntStream.range(0, 100)
            .filter(seed -> !found(Samples.usual(200 + 40 * seed, 100 + seed)).isEmpty())
            .count();
    assertEquals(0, alarms);
  }

  @Test
  void shifted_traffic_breaks_what_was_shifted_and_nothing_else() {
    List<String> expected =
        List.of(
            "distance baseline_drift_check",
            "year completeness_check",
            "fuel categorical_values_check");
    List<String> found = new ArrayList<>(found(Samples.shifted(1_000, 2)));
    found.remove("fuel baseline_drift_check");
    assertEquals(expected, found);
  }

  @Test
  void descriptions_have_numbers_and_names() {
    List<Violation> violations = check(Samples.shifted(1_000, 2)).violations();
    assertTrue(
        violations
            .getFirst()
            .description()
            .matches("Baseline drift distance: 0\\.\\d+ exceeds threshold: 0\\.1"),
        violations.toString());
    assertTrue(
        violations.stream()
            .anyMatch(found -> found.description().matches(".*\\(electric: \\d+ rows\\)")),
        violations.toString());
  }

  @Test
  void too_few_rows_say_nothing_but_are_shown() {
    DataQualityReport report = check(Samples.shifted(199, 2));
    assertFalse(report.speaks());
    assertTrue(report.violations().isEmpty());
    assertEquals(4, report.features().size());
    assertTrue(report.features().stream().allMatch(feature -> feature.distances() != null));
  }

  @Test
  void nothing_and_nothing_but_nulls_are_no_failure() {
    assertTrue(found(Samples.empty().statistics()).isEmpty());
    DatasetStatistics nulls =
        Samples.rows(300, 1, (profile, random) -> IntStream.range(0, 4).forEach(profile::missing));
    assertEquals(
        4, found(nulls).stream().filter(name -> name.endsWith("completeness_check")).count());
  }

  @Test
  void a_flag_that_is_set_more_often_has_drifted() {
    DatasetStatistics set =
        Samples.rows(500, 3, (profile, random) -> profile.number(Samples.FLAG, random.nextInt(2)));
    assertTrue(found(set).contains("flag baseline_drift_check"));
  }

  @Test
  void columns_that_no_row_has_are_missing() {
    DatasetStatistics flags =
        Samples.rows(
            500,
            3,
            (profile, random) -> profile.number(Samples.FLAG, random.nextInt(10) == 0 ? 1 : 0));
    assertEquals(
        List.of(
            "distance missing_column_check",
            "year missing_column_check",
            "fuel missing_column_check"),
        found(flags));
  }

  @Test
  void an_extra_column_counts_if_it_is_more_than_an_experiment() {
    assertTrue(
        found(with(500, (profile, row) -> profile.extraColumn("weight", row % 100 == 0 ? 1 : 0)))
            .isEmpty());
    assertEquals(
        List.of("weight extra_column_check"),
        found(with(500, (profile, row) -> profile.extraColumn("weight", 1))));
  }

  @Test
  void fractions_unreadable_cells_and_negative_numbers_break_their_constraints() {
    DatasetStatistics odd =
        Samples.rows(
            1_000,
            4,
            (profile, random) -> {
              profile.number(
                  Samples.DISTANCE,
                  (random.nextInt(20) == 0 ? -1 : 1) * Math.exp(10 + 0.7 * random.nextGaussian()));
              profile.number(
                  Samples.YEAR, 2005 + random.nextInt(20) + (random.nextInt(10) == 0 ? 0.5 : 0));
              if (random.nextInt(20) == 0) {
                profile.unreadable(Samples.FLAG);
              } else {
                profile.number(Samples.FLAG, random.nextInt(10) == 0 ? 1 : 0);
              }
              profile.text(Samples.FUEL, "petrol");
            });
    List<String> found = found(odd);
    assertTrue(
        found.containsAll(
            List.of(
                "distance non_negative_check",
                "year data_type_check",
                "flag data_type_check",
                "fuel baseline_drift_check")),
        found.toString());
  }

  @Test
  void people_set_thresholds_for_all_features_or_for_one() {
    DatasetStatistics shifted = Samples.shifted(1_000, 2);
    Constraints lenient =
        CONSTRAINTS.overlaid(
            Json.tree(
                """
                {"features":[{"name":"distance","monitoring_config_overrides":
                    {"distribution_constraints":{"comparison_threshold":0.9}}},
                  {"name":"year","completeness":0.5},
                  {"name":"fuel","string_constraints":{"monitoring_config_overrides":
                    {"domain_content_threshold":0.1,"distribution_constraints":{"perform_comparison":"Disabled"}}}}]}
                """));
    assertTrue(
        DataQuality.check(BASELINE, lenient, shifted, Sensitivity.DEFAULT).violations().isEmpty());
  }

  @Test
  void any_partition_of_the_rows_gives_the_same_verdict() {
    Random random = new Random(9);
    for (int round = 0; round < 40; round++) {
      int rows = 300 + random.nextInt(6_000);
      DatasetProfile whole = Samples.empty();
      List<DatasetProfile> parts =
          IntStream.rangeClosed(0, random.nextInt(6)).mapToObj(part -> Samples.empty()).toList();
      for (int row = 0; row < rows; row++) {
        long seed = random.nextLong();
        for (DatasetProfile profile : List.of(whole, parts.get(random.nextInt(parts.size())))) {
          if (round % 2 == 0) {
            Samples.usual(profile, new Random(seed));
          } else {
            Samples.shifted(profile, new Random(seed));
          }
          profile.end();
        }
      }
      DatasetProfile merged = Samples.empty();
      parts.forEach(merged::merge);
      assertEquals(found(whole.statistics()), found(merged.statistics()));
      assertEquals(whole.statistics().feature("fuel"), merged.statistics().feature("fuel"));
    }
  }

  @Test
  void what_was_written_and_read_back_gives_the_same_report() {
    DatasetStatistics shifted = Samples.shifted(3_000, 5);
    DataQualityReport report = check(shifted);
    DatasetStatistics read = Json.read(Json.bytes(shifted), DatasetStatistics.class);
    assertEquals(report, check(read));
    assertEquals(report, Json.read(Json.bytes(report), DataQualityReport.class));
  }
}
