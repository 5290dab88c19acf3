// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.scoring;

import io.odometer.core.project.ProjectName;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectKey;

/**
 * What a key says about its object: {@code scoring/<project>/in/<name>} is to be scored, {@code
 * scoring/<project>/in/<name>.job.json} says how.
 */
public sealed interface ScoringKey {
  /** A file to score, or a manifest that names some. */
  record Input(ProjectName project, ObjectKey key) implements ScoringKey {}

  /** Settings for one file. */
  record Job(ProjectName project, ObjectKey input) implements ScoringKey {}

  /** In the scoring bucket's {@code in/}, and of no use there. */
  record Useless(String reason) implements ScoringKey {}

  /** An output, data that a manifest may name, or in another bucket. */
  record Elsewhere() implements ScoringKey {}

  static ScoringKey of(ObjectKey key) {
    if (!key.bucket().equals(Buckets.SCORING)) {
      return new Elsewhere();
    }
    int slash = key.path().indexOf('/');
    String project = slash < 0 ? key.path() : key.path().substring(0, slash);
    if (slash < 0 || !ProjectName.isValid(project)) {
      return new Useless("it lies in no project's folder; " + ScoringObjects.EXAMPLE + " is one");
    }
    return key.path().startsWith(ScoringObjects.IN, slash)
        ? input(new ProjectName(project), key)
        : new Elsewhere();
  }

  private static ScoringKey input(ProjectName project, ObjectKey key) {
    if (key.path().endsWith(ScoringObjects.JOB)) {
      int end = key.path().length() - ScoringObjects.JOB.length();
      String input = key.path().substring(0, end);
      return ObjectKey.isPath(input)
          ? new Job(project, new ObjectKey(key.bucket(), input))
          : new Useless("it is named after no file");
    }
    return ScoringFormat.of(key.path()).isPresent()
        ? new Input(project, key)
        : new Useless("its name ends in none of " + ScoringFormat.NAMES);
  }
}
