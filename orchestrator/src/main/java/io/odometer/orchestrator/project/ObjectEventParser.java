// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads one record of the topic {@code object-events}. Pure. */
@FunctionalInterface
public interface ObjectEventParser {
  /**
   * Reads one notification.
   *
   * @return what it tells, in its order; nothing for kinds of events that say nothing of content
   * @throws IllegalArgumentException if it is malformed, saying where
   */
  List<ObjectEvent> parse(JsonNode notification);
}
