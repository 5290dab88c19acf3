// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.error;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DidYouMeanTest {
  private static final List<String> KNOWN = List.of("target", "threshold", "types", "quietPeriod");

  @Test
  void a_swap_a_missing_letter_and_another_spelling_are_found() {
    assertEquals(Optional.of("target"), DidYouMean.nearest("tagret", KNOWN));
    assertEquals(Optional.of("threshold"), DidYouMean.nearest("treshold", KNOWN));
    assertEquals(Optional.of("quietPeriod"), DidYouMean.nearest("quiet_period", KNOWN));
  }

  @Test
  void something_else_altogether_gets_the_list() {
    assertEquals(Optional.empty(), DidYouMean.nearest("epochs", KNOWN));
    assertEquals(
        "there are target, threshold, types, quietPeriod", DidYouMean.hint("epochs", KNOWN));
  }

  @Test
  void a_short_name_is_not_taken_for_any_other_short_name() {
    assertEquals(Optional.empty(), DidYouMean.nearest("lr", List.of("eta", "gamma")));
  }
}
