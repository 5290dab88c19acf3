// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.store;

import java.util.List;

/** The buckets and what lies where in them. */
public final class Buckets {
  public static final String TRAINING = "training";
  public static final String SCORING = "scoring";
  public static final String CAPTURE = "capture";
  public static final String GROUND_TRUTH = "ground-truth";
  public static final String MODELS = "models";
  public static final String MONITORING = "monitoring";
  public static final String WORK = "work";

  public static final List<String> ALL =
      List.of(TRAINING, SCORING, CAPTURE, GROUND_TRUTH, MODELS, MONITORING, WORK);

  private Buckets() {}
}
