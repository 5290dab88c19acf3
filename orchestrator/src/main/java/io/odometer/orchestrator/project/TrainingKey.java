// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.project.ProjectName;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectKey;
import java.util.Locale;

/** What a key says about its object: {@code training/<project>/…/<name>.csv} is a project's. */
public sealed interface TrainingKey {
  /** No project has room for more objects; see {@link TrainingObjects}. */
  int MOST_OBJECTS = 1_000;

  record Of(ProjectName project) implements TrainingKey {}

  /** In the training bucket, and of no use there. */
  record Useless(String reason) implements TrainingKey {}

  /** In another bucket. */
  record Elsewhere() implements TrainingKey {}

  static TrainingKey of(ObjectKey key) {
    if (!key.bucket().equals(Buckets.TRAINING)) {
      return new Elsewhere();
    }
    int slash = key.path().indexOf('/');
    if (slash < 0) {
      return new Useless("it lies in no project's folder; training/<project>/<name>.csv is one");
    }
    String project = key.path().substring(0, slash);
    if (!ProjectName.isValid(project)) {
      return new Useless("'%s' cannot be the name of a project".formatted(project));
    }
    return key.path().toLowerCase(Locale.ROOT).endsWith(".csv")
        ? new Of(new ProjectName(project))
        : new Useless("its name does not end in .csv");
  }
}
