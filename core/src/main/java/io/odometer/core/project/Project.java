// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.project;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A project with every default filled in.
 *
 * @param target the column to predict
 * @param algorithms what to train, each with its hyperparameters by the library's own names
 * @param filter ranges a column; rows outside are left out and counted
 * @param threshold the largest RMSE on the test rows with which a version may be deployed
 * @param types columns whose type is pinned rather than inferred: {@code number}, {@code category},
 *     {@code text}, {@code date}
 * @param ignore columns that are never features
 * @param quietPeriod how long the bucket must be quiet before dropped files start a training
 * @param scoring how files dropped for scoring are scored
 * @param monitoring how traffic is captured and watched
 * @param notifications who is told of what
 * @param version rises by one with every change; 0 is not yet stored
 */
public record Project(
    ProjectName name,
    String target,
    Map<Algorithm, Map<String, JsonNode>> algorithms,
    Split split,
    Map<String, Range> filter,
    EndpointRule endpoint,
    @Nullable Double threshold,
    Map<String, String> types,
    List<String> ignore,
    Duration quietPeriod,
    ScoringSettings scoring,
    MonitoringSettings monitoring,
    List<Subscription> notifications,
    long version) {

  public Project {
    if (target.isBlank()) {
      throw new IllegalArgumentException("target names the column to predict");
    }
    if (algorithms.isEmpty()) {
      throw new IllegalArgumentException("algorithms names at least one");
    }
    if (threshold != null && !(threshold > 0)) {
      throw new IllegalArgumentException("threshold is the largest RMSE allowed, a number above 0");
    }
    if (quietPeriod.isNegative() || quietPeriod.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException("quietPeriod is between PT0S and PT1H");
    }
    // Projects that were stored by earlier versions do not have them.
    scoring = Objects.requireNonNullElse(scoring, ScoringSettings.DEFAULT);
    monitoring = Objects.requireNonNullElse(monitoring, MonitoringSettings.DEFAULT);
    notifications = List.copyOf(Objects.requireNonNullElse(notifications, List.of()));
    algorithms = Collections.unmodifiableMap(new TreeMap<>(algorithms));
    filter = Collections.unmodifiableMap(new TreeMap<>(filter));
    types = Collections.unmodifiableMap(new TreeMap<>(types));
    ignore = List.copyOf(ignore);
  }

  public Project withVersion(long next) {
    return with(notifications, next);
  }

  /** What others may see, who run and record what is done for it: addresses can be secrets. */
  public Project withoutNotifications() {
    return with(List.of(), version);
  }

  private Project with(List<Subscription> told, long next) {
    return new Project(
        name,
        target,
        algorithms,
        split,
        filter,
        endpoint,
        threshold,
        types,
        ignore,
        quietPeriod,
        scoring,
        monitoring,
        told,
        next);
  }
}
