// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import java.util.List;

/** Names of the files of a version's folder. */
public final class ModelFiles {
  /** The model, in the form that {@link io.odometer.core.model.Models} reads. */
  public static final String MODEL = "model.json";

  /** The fitted feature pipeline. */
  public static final String PIPELINE = "pipeline.json";

  /** The frozen schema. */
  public static final String SCHEMA = "schema.json";

  /**
   * Records and the predictions that whoever loads this version must get for them: {@link
   * CheckRow}s.
   */
  public static final String CHECKS = "checks.json";

  /** Written last; names all others. */
  public static final String MANIFEST = "manifest.json";

  /** What a version is loaded from, beside the manifest. */
  static final List<String> NEEDED = List.of(MODEL, PIPELINE, SCHEMA, CHECKS);

  private ModelFiles() {}
}
