// SPDX-License-Identifier: Apache-2.0
package io.odometer.learners;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.odometer.core.error.OdometerException;
import io.odometer.core.learner.FeatureForm;
import io.odometer.core.project.Algorithm;
import io.odometer.learners.linear.LinearLearner;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LearnersTest {
  @Test
  void both_learners_are_found() {
    Learners learners = Learners.installed();
    assertEquals(Set.of(Algorithm.LINEAR, Algorithm.XGBOOST), learners.algorithms());
    assertEquals(FeatureForm.TREE, learners.get(Algorithm.XGBOOST).form());
    assertEquals(FeatureForm.LINEAR, learners.get(Algorithm.LINEAR).form());
  }

  @Test
  void an_algorithm_that_nobody_learns_is_named_with_those_that_are() {
    OdometerException refusal =
        assertThrows(
            OdometerException.class, () -> Learners.installed().get(new Algorithm("forest")));
    assertTrue(refusal.reason().contains("forest"), refusal.reason());
    assertTrue(refusal.reason().contains("xgboost"), refusal.reason());
  }

  @Test
  void two_learners_of_one_name_are_a_mistake() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Learners(List.of(new LinearLearner(), new LinearLearner())));
  }
}
