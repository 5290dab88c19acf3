// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import io.odometer.core.execution.ExecutionId;
import io.odometer.core.metric.RegressionMetrics;
import io.odometer.core.project.Split;
import io.odometer.core.registry.ModelId;
import io.odometer.core.training.ObjectVersion;
import io.odometer.core.training.RowCounts;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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

  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  public Manifest {
    need(id, "id");
    need(execution, "execution");
    need(createdAt, "createdAt");
    need(codeVersion, "codeVersion");
    need(target, "target");
    need(counts, "counts");
    need(split, "split");
    need(metrics, "metrics");
    data = List.copyOf(need(data, "data"));
    importance = List.copyOf(need(importance, "importance"));
    hyperparameters = sorted(need(hyperparameters, "hyperparameters"));
    facts = sorted(need(facts, "facts"));
    files = sorted(need(files, "files"));
    files.forEach(Manifest::checkFile);
    if (!need(schemaDigest, "schemaDigest").equals(files.get(ModelFiles.SCHEMA))) {
      throw new IllegalArgumentException("schemaDigest is the sha-256 of " + ModelFiles.SCHEMA);
    }
  }

  private static <T> T need(@Nullable T value, String field) {
    if (value == null) {
      throw new IllegalArgumentException("the manifest lacks " + field);
    }
    return value;
  }

  private static <T> Map<String, T> sorted(Map<String, T> map) {
    return Collections.unmodifiableMap(new TreeMap<>(map));
  }

  /** A name becomes part of an object key, so it must not lead anywhere else. */
  private static void checkFile(String name, String digest) {
    if (!FILE_NAME.matcher(name).matches() || name.equals(ModelFiles.MANIFEST)) {
      throw new IllegalArgumentException("the manifest names the file '" + name + "'");
    }
    if (!SHA_256.matcher(digest).matches()) {
      throw new IllegalArgumentException("the manifest has no sha-256 of " + name);
    }
  }

  /** One feature's share; all of them are 1 together. */
  public record FeatureImportance(String feature, double share) {}
}
