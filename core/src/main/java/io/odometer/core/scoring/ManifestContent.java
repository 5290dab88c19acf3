// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.scoring;

import io.odometer.core.training.ObjectVersion;
import java.util.List;

/** Output of {@code read-manifest}: the files, in the manifest's order. */
public record ManifestContent(List<ObjectVersion> objects) {
  public ManifestContent {
    objects = List.copyOf(objects);
  }
}
