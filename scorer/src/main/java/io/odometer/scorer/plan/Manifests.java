// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.plan;

import io.odometer.core.scoring.ScoringObjects;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import java.util.Optional;

/** Finds what was published before. */
public final class Manifests {
  private Manifests() {}

  /** The manifest that lies where the order's would, whatever it is of. */
  public static Optional<ScoringManifest> find(ObjectStore store, ScoringOrder order) {
    ObjectKey key = ScoringObjects.manifest(order.project(), order.input().key());
    return store.readIfThere(key).map(ScoringManifest::read);
  }
}
