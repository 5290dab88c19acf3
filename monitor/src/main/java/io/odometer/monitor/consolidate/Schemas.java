// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.consolidate;

import io.odometer.core.json.Json;
import io.odometer.core.registry.ModelId;
import io.odometer.core.schema.Schema;
import io.odometer.core.serving.ModelFiles;
import io.odometer.core.store.ObjectStore;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import tools.jackson.core.JacksonException;

/** The frozen columns of versions, the last few kept. For one thread. */
final class Schemas {
  private static final int KEPT = 64;

  private final ObjectStore store;
  private final SequencedMap<ModelId, Optional<Schema>> loaded = new LinkedHashMap<>();

  Schemas(ObjectStore store) {
    this.store = store;
  }

  /** Empty if the version is gone, or damaged. */
  Optional<Schema> find(ModelId id) {
    Optional<Schema> known = loaded.get(id);
    if (known == null) {
      known = load(id);
      if (loaded.size() == KEPT) {
        loaded.pollFirstEntry();
      }
      loaded.put(id, known);
    }
    return known;
  }

  private Optional<Schema> load(ModelId id) {
    try {
      return store
          .readIfThere(id.folder().child(ModelFiles.SCHEMA))
          .map(json -> Json.read(json, Schema.class));
    } catch (JacksonException damaged) {
      return Optional.empty();
    }
  }
}
