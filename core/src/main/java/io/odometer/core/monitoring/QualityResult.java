// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.monitoring;

import io.odometer.core.store.ObjectKey;
import org.jspecify.annotations.Nullable;

/**
 * Output of data-quality and model-quality; the files themselves lie in the work bucket until
 * evaluate-drift publishes them.
 *
 * @param outcome {@code checked}, {@code no baseline}, {@code no ground truth} or {@code too few
 *     rows}
 * @param folder of its files; null when nothing was checked
 * @param violations in this window, before the rule of several windows
 */
public record QualityResult(String outcome, @Nullable ObjectKey folder, long violations) {}
