// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.odometer.core.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class CaptureFactsTest {
  @Test
  void what_follows_from_the_status_is_not_kept_beside_it() {
    CaptureFacts facts = new CaptureFacts(200, "json", 1, List.of(), List.of());
    ObjectNode kept = (ObjectNode) Json.toTree(facts);
    assertFalse(kept.has("answered"));

    assertEquals(facts, Json.fromTree(kept.put("answered", true), CaptureFacts.class));
  }
}
