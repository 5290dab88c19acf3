// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import io.odometer.core.profile.CategoryCount;
import io.odometer.core.profile.FeatureStatistics;
import io.odometer.core.profile.ProfiledColumn.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All checks of a feature that the sample has. */
final class FeatureCheck {
  private static final int MOST_VALUES = 5;

  private final FeatureConstraints constraints;
  private final CheckSettings settings;
  private final @Nullable FeatureStatistics baseline;
  private final FeatureStatistics current;
  private final ShareCheck shares;
  private final List<Violation> violations = new ArrayList<>();

  FeatureCheck(
      FeatureConstraints constraints,
      CheckSettings settings,
      @Nullable FeatureStatistics baseline,
      FeatureStatistics current,
      double level) {
    this.constraints = constraints;
    this.settings = settings;
    this.baseline = baseline;
    this.current = current;
    this.shares = new ShareCheck(level);
  }

  static Share completeness(FeatureStatistics feature) {
    long present = feature.present() + feature.unreadable();
    return new Share(present, present + feature.missing());
  }

  List<Violation> violations(@Nullable Distances distances) {
    if (settings.evaluated()) {
      checkCompleteness();
      checkType();
      checkDomain();
      checkSign();
    }
    if (distances != null && distances.drifted()) {
      add(CheckType.BASELINE_DRIFT, drift(distances));
    }
    return violations;
  }

  private void checkCompleteness() {
    Double wanted = constraints.completeness();
    Share share = completeness(current);
    Share before = baseline == null ? null : completeness(baseline);
    if (wanted != null && isBroken(share, wanted, before)) {
      add(
          CheckType.COMPLETENESS,
          "Value: %s is below the required completeness %s: %d of %d rows have none"
              .formatted(
                  Texts.share(share.value()), Texts.share(wanted), share.misses(), share.of()));
    }
  }

  private void checkType() {
    Share share = DataTypes.share(current, constraints.inferredType());
    Share before = baseline == null ? null : DataTypes.share(baseline, constraints.inferredType());
    if (constraints.inferredType() != null
        && isBroken(share, settings.datatypeThreshold(), before)) {
      String type = constraints.inferredType().json();
      add(
          CheckType.DATA_TYPE,
          "Data type match requirement is not met. Expected data type: %s, Expected match: %s. Observed: Only %s of data is %s."
              .formatted(
                  type,
                  Texts.percent(settings.datatypeThreshold()),
                  Texts.percent(share.value()),
                  type));
    }
  }

  private void checkDomain() {
    List<String> domain = constraints.domains();
    if (domain == null || current.kind() != Kind.CATEGORY) {
      return;
    }
    Set<String> known = new HashSet<>(domain);
    Share share = inside(current, known);
    Share before = baseline == null ? null : inside(baseline, known);
    if (isBroken(share, settings.domainThreshold(), before)) {
      add(
          CheckType.CATEGORICAL_VALUES,
          "Value: %s is below the required share %s (%s)"
              .formatted(
                  Texts.share(share.value()),
                  Texts.share(settings.domainThreshold()),
                  outside(known)));
    }
  }

  private static Share inside(FeatureStatistics feature, Set<String> known) {
    long outside =
        feature.categories().stream()
            .filter(value -> !known.contains(value.value()))
            .mapToLong(CategoryCount::count)
            .sum();
    return new Share(feature.present() - outside, feature.present());
  }

  private String outside(Set<String> known) {
    List<CategoryCount> unknown =
        current.categories().stream().filter(value -> !known.contains(value.value())).toList();
    String named =
        unknown.stream()
            .limit(MOST_VALUES)
            .map(value -> value.value() + ": " + value.count() + " rows")
            .collect(Collectors.joining(", "));
    int more = unknown.size() - MOST_VALUES;
    return more > 0 ? named + ", and " + more + " more values" : named;
  }

  private void checkSign() {
    Share share = notNegative(current);
    Share before = baseline == null ? null : notNegative(baseline);
    if (constraints.requiresNonNegative()
        && current.kind() == Kind.NUMBER
        && isBroken(share, settings.domainThreshold(), before)) {
      add(
          CheckType.NON_NEGATIVE,
          "Value: %s is below the required share %s of numbers that are not negative"
              .formatted(Texts.share(share.value()), Texts.share(settings.domainThreshold())));
    }
  }

  private static Share notNegative(FeatureStatistics feature) {
    return feature.kind() == Kind.NUMBER
        ? new Share(feature.present() - feature.negative(), feature.present())
        : new Share(0, 0);
  }

  private String drift(Distances distances) {
    String moved = "";
    if (baseline != null && current.kind() == Kind.CATEGORY) {
      Categories.Moved most = Categories.of(baseline, current).all().getFirst();
      moved =
          "%s went from %s to %s. "
              .formatted(
                  most.value(),
                  Texts.percent((double) most.baseline() / baseline.present()),
                  Texts.percent((double) most.current() / current.present()));
    }
    return "%sBaseline drift distance: %s exceeds threshold: %s"
        .formatted(moved, Texts.share(distances.distance()), Texts.share(distances.threshold()));
  }

  private boolean isBroken(Share share, double threshold, @Nullable Share before) {
    return before == null
        ? shares.isBroken(share, threshold)
        : shares.isBroken(share, threshold, before);
  }

  private void add(CheckType check, String description) {
    violations.add(Violation.ofFeature(constraints.name(), check, description));
  }
}
