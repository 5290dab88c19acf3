// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.project.ProjectName;
import java.time.Instant;

/** What is told of files that cannot be scored yet. */
final class ScoringHappenings {
  private ScoringHappenings() {}

  static ProjectEffect.Publish unclaimed(ProjectName name, ObjectSeen seen, Instant now) {
    String reason =
        "there is no project %s; %s is kept and scored once it is created and has a champion"
            .formatted(name, seen.key());
    return Happenings.object("object.unclaimed", name, seen, reason, now);
  }

  static ProjectEffect.Publish waiting(ProjectName name, ObjectSeen seen, Instant now) {
    String reason = "%s waits for a champion of %s".formatted(seen.key(), name);
    return Happenings.object("scoring.waiting", name, seen, reason, now);
  }
}
