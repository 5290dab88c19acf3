// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.store.ObjectKey;
import java.time.Instant;

/** What happened to an object of the store, whoever noticed it. */
public sealed interface ObjectEvent extends ProjectEvent permits ObjectSeen, ObjectRemoved {
  ObjectKey key();

  /**
   * Since when this is known to be so: the time of a notification, or the beginning of the listing
   * that showed it. Of two events of one key the older one is stale.
   */
  Instant at();
}
