// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.metric.RegressionMetrics;
import io.odometer.core.project.Split;
import io.odometer.core.registry.ModelId;
import io.odometer.core.serving.Manifest.FeatureImportance;
import io.odometer.core.training.ObjectVersion;
import io.odometer.core.training.RowCounts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Where a version came from: what {@link Manifest} tells of it beside its files.
 *
 * @param hyperparameters all of them, defaults filled in
 * @param facts what the learner chose
 * @param importance share of each feature, largest first
 */
public record Provenance(
    ModelId id,
    ExecutionId execution,
    Instant createdAt,
    String codeVersion,
    String target,
    List<ObjectVersion> data,
    RowCounts counts,
    Split split,
    Map<String, JsonNode> hyperparameters,
    Map<String, JsonNode> facts,
    RegressionMetrics metrics,
    List<FeatureImportance> importance) {

  Manifest manifest(String schemaDigest, Map<String, String> files) {
    return new Manifest(
        id,
        execution,
        createdAt,
        codeVersion,
        target,
        data,
        counts,
        split,
        schemaDigest,
        hyperparameters,
        facts,
        metrics,
        importance,
        files);
  }
}
