// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.registry;

import io.odometer.core.project.Algorithm;
import io.odometer.core.project.ProjectName;
import io.odometer.core.store.Buckets;
import io.odometer.core.store.ObjectKey;

/** Names one immutable model version. */
public record ModelId(ProjectName project, Algorithm algorithm, ModelVersion version) {
  /** The folder that holds its files. */
  public ObjectKey folder() {
    return new ObjectKey(Buckets.MODELS, toString());
  }

  @Override
  public String toString() {
    return project + "/" + algorithm + "/" + version;
  }
}
