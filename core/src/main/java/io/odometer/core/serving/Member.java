// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import io.odometer.core.registry.ModelId;

/**
 * A loaded version.
 *
 * @param bytes size of its files
 */
public record Member(ModelPackage model, long bytes) {
  public ModelId id() {
    return model.manifest().id();
  }

  public String algorithm() {
    return id().algorithm().value();
  }

  public String version() {
    return id().version().value();
  }
}
