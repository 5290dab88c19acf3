// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.task;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.store.ObjectKey;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** What a task knows beside its input. */
public interface TaskContext {
  ExecutionId execution();

  Instant executionStartedAt();

  /**
   * Where this task leaves what it makes: {@code work/<execution>/<state>/<hash of the input>}. The
   * same on every try.
   */
  ObjectKey folder();

  /** Tells people how far it is; thinned out to one report a second. */
  void progress(JsonNode progress);
}
