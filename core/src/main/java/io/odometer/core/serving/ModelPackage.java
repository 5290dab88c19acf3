// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import io.odometer.core.feature.FeaturePipeline;
import io.odometer.core.model.Model;
import io.odometer.core.schema.Schema;
import java.util.List;
import java.util.function.Function;

/** A loaded version. Immutable, safe for use by many threads. */
public record ModelPackage(
    Manifest manifest,
    Schema schema,
    FeaturePipeline pipeline,
    Model model,
    List<CheckRow> checks) {

  /**
   * Reads a version's folder and verifies every checksum.
   *
   * @param files gives the content of a file of the folder by its name
   * @throws io.odometer.core.error.OdometerException {@code Model.Corrupt} naming the file that is
   *     not what the manifest says
   */
  public static ModelPackage load(Function<String, byte[]> files) {
    throw new UnsupportedOperationException("to be written");
  }
}
