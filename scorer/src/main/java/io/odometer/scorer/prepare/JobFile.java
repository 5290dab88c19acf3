// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.prepare;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.project.ScoringSettings;
import io.odometer.core.scoring.ScoringObjects;
import io.odometer.core.store.ObjectContent;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.training.ObjectVersion;
import io.odometer.scorer.plan.InputObjects;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** How one file is scored, and the object that says so, if one lies beside it. */
record JobFile(@Nullable ObjectVersion object, ScoringSettings settings) {
  private static final int MOST_BYTES = 100_000;

  /**
   * @throws OdometerException {@code Job.Invalid} naming the object and its mistakes
   */
  static JobFile beside(ObjectStore store, ObjectKey input, ScoringSettings project) {
    Optional<ObjectInfo> found = store.find(ScoringObjects.job(input));
    if (found.isEmpty()) {
      return new JobFile(null, project);
    }
    ObjectInfo info = found.get();
    ObjectVersion object = ObjectVersion.of(info);
    try {
      return new JobFile(object, project.with(Json.tree(content(store, object))));
    } catch (JacksonException malformed) {
      throw invalid(object, "is not JSON: " + malformed.getOriginalMessage(), malformed);
    } catch (OdometerException failure) {
      throw failure.error().equals(Errors.JOB_INVALID)
          ? invalid(object, failure.reason(), failure)
          : failure;
    }
  }

  private static byte[] content(ObjectStore store, ObjectVersion object) {
    if (object.size() > MOST_BYTES) {
      throw new OdometerException(
          Errors.JOB_INVALID, "it has more than %,d bytes".formatted(MOST_BYTES));
    }
    try (ObjectContent content = InputObjects.whole(store, object)) {
      return content.stream().readAllBytes();
    } catch (IOException broken) {
      throw new OdometerException(
          Errors.STORE_UNAVAILABLE, "reading " + object.key() + " broke off", broken);
    }
  }

  private static OdometerException invalid(ObjectVersion object, String why, Exception cause) {
    return new OdometerException(Errors.JOB_INVALID, object.key() + ": " + why, cause);
  }
}
