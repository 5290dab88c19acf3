// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.consolidate;

import io.odometer.core.store.ObjectInfo;
import io.odometer.monitor.ledger.SeenObject;
import java.util.List;

/**
 * The objects of a source that a run takes.
 *
 * @param objects oldest first
 * @param known those that an earlier run took and the store still has
 * @param left new ones, too, for which this run has no room
 */
record Selection(List<ObjectInfo> objects, List<SeenObject> known, long left) {
  Selection {
    objects = List.copyOf(objects);
    known = List.copyOf(known);
  }
}
