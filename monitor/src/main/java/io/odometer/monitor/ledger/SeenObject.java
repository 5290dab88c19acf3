// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.ledger;

import io.odometer.core.store.ObjectInfo;
import io.odometer.core.table.Hashes;
import java.time.Instant;
import java.util.HexFormat;

/**
 * An object that was taken not long ago.
 *
 * @param id of its name, and of its version where objects may be replaced
 * @param at when the store says it was modified
 */
public record SeenObject(String id, Instant at) {
  /** Captured objects never change: one that is written again is the same. */
  public static SeenObject ofName(ObjectInfo object) {
    return of(object, object.key().path());
  }

  /** Ground truth may be replaced: another version is new. */
  public static SeenObject ofVersion(ObjectInfo object) {
    return of(object, object.key().path() + '\0' + object.etag());
  }

  private static SeenObject of(ObjectInfo object, String name) {
    return new SeenObject(HexFormat.of().toHexDigits(Hashes.of(name)), object.modifiedAt());
  }
}
