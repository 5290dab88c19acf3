// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.profile.Trees;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConstraintsTest {
  private final Constraints sample =
      Json.fromTree(Trees.sample(getClass(), "constraints.json"), Constraints.class);

  private CheckSettings settings(String overrides, String feature) {
    Constraints changed = sample.overlaid(Json.tree(overrides));
    return changed.settings(changed.feature(feature).orElseThrow());
  }

  @Test
  void sagemakers_files_are_read_and_written() {
    Trees.assertSame(Trees.sample(getClass(), "constraints.json"), Json.toTree(sample));
    var violations = Trees.sample(getClass(), "constraint_violations.json");
    Trees.assertSame(violations, Json.toTree(Json.fromTree(violations, Violations.class)));
  }

  @Test
  void settings_of_one_feature_are_found_in_either_place() {
    String beside =
        "{\"features\":[{\"name\":\"price\",\"monitoringConfigOverrides\":{\"datatype_check_threshold\":0.5}}]}";
    String within =
        "{\"features\":[{\"name\":\"fuel\",\"string_constraints\":{\"monitoring_config_overrides\":{\"domain_content_threshold\":0.5}}}]}";
    assertEquals(0.5, settings(beside, "price").datatypeThreshold());
    assertEquals(1, settings(beside, "fuel").datatypeThreshold());
    assertEquals(0.5, settings(within, "fuel").domainThreshold());
    assertEquals(
        List.of("petrol", "diesel", "hybrid"),
        sample.overlaid(Json.tree(within)).feature("fuel").orElseThrow().domains());
  }

  @Test
  void the_threshold_of_numbers_is_the_one_of_categories_unless_they_have_their_own() {
    Constraints bare = new Constraints(0, sample.features(), null);
    Constraints changed =
        bare.overlaid(
            Json.tree(
                "{\"monitoring_config\":{\"distribution_constraints\":{\"comparison_threshold\":0.3}}}"));
    CheckSettings settings = changed.settings(changed.features().getFirst());
    assertEquals(0.3, settings.categoricalThreshold());
    assertEquals(ComparisonMethod.SIMPLE, settings.method());
    assertEquals(CheckSettings.SHARE, settings.domainThreshold());
  }

  @Test
  void unknown_members_are_left_out_and_new_features_are_added() {
    Constraints changed =
        sample.overlaid(
            Json.tree(
                "{\"colour\":1,\"features\":[{\"name\":\"weight\",\"shade\":2,\"completeness\":0.5}]}"));
    assertEquals(4, changed.features().size());
    assertNull(changed.features().getLast().inferredType());
    assertEquals(-1, Json.text(changed).indexOf("shade"));
  }

  @Test
  void what_does_not_hold_is_named() {
    for (String wrong :
        List.of(
            "[]",
            "{\"features\":{}}",
            "{\"features\":[{\"completeness\":1}]}",
            "{\"features\":[{\"name\":\"price\",\"completeness\":2}]}",
            "{\"monitoring_config\":{\"distribution_constraints\":{\"comparison_method\":\"Rough\"}}}")) {
      OdometerException failure =
          assertThrows(OdometerException.class, () -> sample.overlaid(Json.tree(wrong)), wrong);
      assertEquals(Errors.CONSTRAINTS_INVALID, failure.error());
    }
  }
}
