// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.plan;

import io.odometer.core.registry.ModelId;
import java.util.List;
import java.util.stream.Collectors;

/** Members' versions as one text: the version if all have the same, else each with its name. */
public final class ModelVersions {
  private ModelVersions() {}

  /** {@code 20260302T041106Z-5c1c1f9e}, or {@code linear=…;xgboost=…}. */
  public static String text(List<ModelId> members) {
    long versions = members.stream().map(ModelId::version).distinct().count();
    return versions == 1
        ? members.getFirst().version().value()
        : members.stream()
            .map(id -> id.algorithm() + "=" + id.version())
            .collect(Collectors.joining(";"));
  }
}
