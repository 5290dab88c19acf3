// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.monitoring;

import io.odometer.core.store.ObjectKey;
import java.util.List;

/**
 * Output of {@code urn:odometer:monitor:data-baseline} and {@code …:model-baseline}: files in a
 * folder of the work bucket that become part of the version.
 *
 * @param files their names, of {@link BaselineFiles}
 */
public record Baseline(ObjectKey folder, List<String> files) {
  public Baseline {
    files = List.copyOf(files);
  }
}
