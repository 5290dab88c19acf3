// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.metric.RegressionMetrics;
import io.odometer.core.project.Split;
import io.odometer.core.registry.ModelId;
import io.odometer.core.training.ObjectVersion;
import io.odometer.core.training.RowCounts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * {@code manifest.json} of a version, written last: where it came from and what its files hash to.
 *
 * @param schemaDigest sha-256 of {@code schema.json}: versions with the same digest read rows alike
 * @param hyperparameters all of them, defaults filled in
 * @param facts what the learner chose
 * @param importance share of each feature, largest first
 * @param files name of each other file in the folder and its sha-256 in hex
 */
public record Manifest(
    ModelId id,
    ExecutionId execution,
    Instant createdAt,
    String codeVersion,
    String target,
    List<ObjectVersion> data,
    RowCounts counts,
    Split split,
    String schemaDigest,
    Map<String, JsonNode> hyperparameters,
    Map<String, JsonNode> facts,
    RegressionMetrics metrics,
    List<FeatureImportance> importance,
    Map<String, String> files) {

  /** One feature's share; all of them are 1 together. */
  public record FeatureImportance(String feature, double share) {}
}
