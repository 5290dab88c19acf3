// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.quality;

import io.odometer.core.drift.ModelQuality;
import io.odometer.core.drift.ModelQualityConstraints;
import io.odometer.core.drift.ModelQualityStatistics;
import io.odometer.core.drift.Sensitivity;
import io.odometer.core.drift.Violation;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.registry.ModelId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Holds each version against its own baseline. Safe for use by many threads. */
final class QualityJudge {
  private final ModelBaselines baselines;
  private final Endpoint endpoint;
  private final Sensitivity sensitivity;
  private final Instant at;

  QualityJudge(ModelBaselines baselines, Endpoint endpoint, Sensitivity sensitivity, Instant at) {
    this.baselines = baselines;
    this.endpoint = endpoint;
    this.sensitivity = sensitivity;
    this.at = at;
  }

  /** The endpoint's members, older versions that predicted some of the rows, and all together. */
  List<MemberQuality> judge(WindowQuality quality) {
    SortedMap<ModelId, ModelQuality> others = quality.members();
    List<MemberQuality> judged = new ArrayList<>();
    for (ModelId id : endpoint.members()) {
      judged.add(judge(id.algorithm().value(), id, others.remove(id)));
    }
    others.forEach(
        (id, older) -> judged.add(judge(id.algorithm() + "@" + id.version(), id, older)));
    judged.add(combined(quality.combined()));
    return judged;
  }

  private MemberQuality judge(String name, ModelId id, @Nullable ModelQuality quality) {
    ModelQualityConstraints constraints = baselines.constraints(id);
    ModelQualityStatistics current = quality == null ? null : quality.statistics(at);
    List<Violation> violations =
        constraints == null || current == null
            ? List.of()
            : constraints.check(current, sensitivity).stream()
                .map(violation -> named(name, violation))
                .toList();
    return new MemberQuality(
        name,
        id.version().value(),
        baselines.statistics(id),
        constraints,
        current,
        current != null && current.rows() >= sensitivity.minimumRows(),
        violations);
  }

  /** Metrics of several members are told apart by their names. */
  private static Violation named(String name, Violation violation) {
    return new Violation(
        null,
        name + "." + violation.subject(),
        violation.constraintCheckType(),
        violation.description());
  }

  private MemberQuality combined(ModelQuality quality) {
    ModelQualityStatistics current = quality.rows() == 0 ? null : quality.statistics(at);
    return new MemberQuality(
        MemberQuality.COMBINED,
        null,
        null,
        null,
        current,
        current != null && current.rows() >= sensitivity.minimumRows(),
        List.of());
  }
}
