// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.odometer.core.execution.ExecutionId;
import io.odometer.core.metric.RegressionMetrics;
import io.odometer.core.project.Algorithm;
import io.odometer.core.registry.ModelRecord;
import io.odometer.core.registry.ModelVersion;
import io.odometer.core.registry.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version as the control API shows it; what is not known is null, not absent. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ModelView(
    Algorithm algorithm,
    ModelVersion version,
    Stage stage,
    RegressionMetrics metrics,
    @Nullable String reason,
    ExecutionId execution,
    Instant createdAt) {
  static ModelView of(ModelRecord model) {
    return new ModelView(
        model.id().algorithm(),
        model.id().version(),
        model.stage(),
        model.metrics(),
        model.reason(),
        model.execution(),
        model.createdAt());
  }
}
