// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.registry;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.metric.RegressionMetrics;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version in the registry. The reason tells why it was rejected, or what it was measured against.
 */
public record ModelRecord(
    ModelId id,
    Stage stage,
    RegressionMetrics metrics,
    @Nullable String reason,
    ExecutionId execution,
    Instant createdAt) {}
