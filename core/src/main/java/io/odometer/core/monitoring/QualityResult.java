// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.monitoring;

import io.odometer.core.store.ObjectKey;
import org.jspecify.annotations.Nullable;

/**
 * Output of data-quality and model-quality; the files themselves lie in the work bucket until
 * evaluate-drift publishes them.
 *
 * @param outcome {@value #CHECKED}, {@value #NO_BASELINE}, {@value #NO_GROUND_TRUTH} or {@value
 *     #TOO_FEW_ROWS}
 * @param folder of its files; null when nothing was checked
 * @param violations in this window, before the rule of several windows
 */
public record QualityResult(String outcome, @Nullable ObjectKey folder, long violations) {
  public static final String CHECKED = "checked";
  public static final String NO_BASELINE = "no baseline";
  public static final String NO_GROUND_TRUTH = "no ground truth";
  public static final String TOO_FEW_ROWS = "too few rows";
}
