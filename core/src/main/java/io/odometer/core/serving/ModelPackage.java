// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
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

  public ModelPackage {
    checks = List.copyOf(checks);
  }

  /**
   * Reads from a version's folder what serving needs, and verifies its checksums.
   *
   * @param files gives the content of a file of the folder by its name
   * @throws OdometerException {@code Model.Corrupt} naming the file that is not what the manifest
   *     says, {@code Model.Unsupported} for a model of an unknown kind; whatever {@code files}
   *     throws passes through
   */
  public static ModelPackage load(Function<String, byte[]> files) {
    return new ModelReader(files).read();
  }

  /** A scorer of its own for one thread at a time. */
  public RowScorer scorer() {
    return new RowScorer(pipeline, model);
  }

  /**
   * Predicts every check row again.
   *
   * @throws OdometerException {@code Model.Corrupt} unless each prediction is the stored one to the
   *     last bit
   */
  public void verify() {
    RowScorer scorer = scorer();
    for (int i = 0; i < checks.size(); i++) {
      double value = scorer.score(checks.get(i).record());
      if (!checks.get(i).agrees(value)) {
        throw new OdometerException(
            Errors.MODEL_CORRUPT,
            "%s predicts %s for check row %d, but %s when it was published"
                .formatted(manifest.id(), value, i, checks.get(i).prediction()));
      }
    }
  }
}
