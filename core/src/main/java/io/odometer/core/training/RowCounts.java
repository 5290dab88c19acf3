// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.training;

/**
 * Where the rows went: read = unusable target + filtered + duplicates + train + validation + test.
 *
 * @param blank wholly empty rows, not counted as read
 * @param duplicates rows equal to an earlier one in every cell
 */
public record RowCounts(
    long read,
    long blank,
    long withoutTarget,
    long filtered,
    long train,
    long validation,
    long test,
    long duplicates) {}
