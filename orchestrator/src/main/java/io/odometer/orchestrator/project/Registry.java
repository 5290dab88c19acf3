// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.project.Algorithm;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.registry.ModelRecord;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The project's endpoint and the versions behind it.
 *
 * @param endpoint absent until a version was accepted
 * @param champions by algorithm
 */
record Registry(@Nullable Endpoint endpoint, Map<Algorithm, ModelRecord> champions) {
  static final Registry EMPTY = new Registry(null, Map.of());

  Registry {
    champions = Collections.unmodifiableMap(new TreeMap<>(champions));
  }

  /** The endpoint, if there is one that answers. */
  @Nullable Endpoint serving() {
    return endpoint == null || endpoint.members().isEmpty() ? null : endpoint;
  }

  /** 0 while there is no endpoint. */
  long version() {
    return endpoint == null ? 0 : endpoint.version();
  }
}
