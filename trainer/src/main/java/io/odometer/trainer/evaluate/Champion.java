// SPDX-License-Identifier: Apache-2.0
package io.odometer.trainer.evaluate;

import io.odometer.core.error.ErrorName;
import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.project.Algorithm;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.registry.ModelId;
import io.odometer.core.serving.ModelPackage;
import io.odometer.core.store.ObjectStore;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the version that a candidate has to beat. */
final class Champion {
  private static final Logger LOG = LoggerFactory.getLogger(Champion.class);

  /** What is broken or gone cannot be beaten, and a new version is the way to mend it. */
  private static final Set<ErrorName> BEYOND_REPAIR =
      Set.of(Errors.MODEL_CORRUPT, Errors.MODEL_UNSUPPORTED, Errors.STORE_NOT_FOUND);

  private final ObjectStore store;

  Champion(ObjectStore store) {
    this.store = store;
  }

  /** None where there is no champion of the algorithm, or it predicts another target. */
  Optional<ModelPackage> find(@Nullable Endpoint endpoint, Algorithm algorithm, String target) {
    return Optional.ofNullable(endpoint).stream()
        .flatMap(found -> found.members().stream())
        .filter(member -> member.algorithm().equals(algorithm))
        .findFirst()
        .flatMap(this::load)
        .filter(champion -> champion.schema().target().equals(target));
  }

  private Optional<ModelPackage> load(ModelId id) {
    try {
      return Optional.of(ModelPackage.load(name -> store.read(id.folder().child(name))));
    } catch (OdometerException failure) {
      if (!BEYOND_REPAIR.contains(failure.error())) {
        throw failure;
      }
      LOG.warn("the champion {} cannot be judged: {}", id, failure.reason());
      return Optional.empty();
    }
  }
}
