// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.data;

import io.odometer.core.drift.Constraints;
import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import java.util.List;
import tools.jackson.core.JacksonException;

/**
 * What people set over the baseline's constraints. A file that does not hold is passed over with a
 * notice: a slip in it must not blind the monitor.
 */
final class Overrides {
  private final ObjectStore store;
  private final ObjectKey key;

  Overrides(ObjectStore store, ObjectKey key) {
    this.store = store;
    this.key = key;
  }

  Constraints over(Constraints constraints, List<String> notices) {
    try {
      return store
          .readIfThere(key)
          .map(json -> constraints.overlaid(Json.tree(json)))
          .orElse(constraints);
    } catch (JacksonException malformed) {
      notices.add(passedOver("it is not JSON"));
    } catch (OdometerException failure) {
      if (!failure.error().equals(Errors.CONSTRAINTS_INVALID)) {
        throw failure;
      }
      notices.add(passedOver(failure.reason()));
    }
    return constraints;
  }

  private String passedOver(String reason) {
    return "%s was passed over: %s".formatted(key, reason);
  }
}
