// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What one check said of one feature in one window.
 *
 * @param feature or metric
 * @param check as in SageMaker's {@code constraint_check_type}
 * @param violated before the rule of several windows
 * @param distance for the trend; null if the check measures none
 * @param threshold null if there is none
 */
public record CheckOutcome(
    String feature,
    String check,
    boolean violated,
    @Nullable Double distance,
    @Nullable Double threshold) {}
