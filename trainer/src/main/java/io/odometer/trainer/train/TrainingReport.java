// SPDX-License-Identifier: Apache-2.0
package io.odometer.trainer.train;

import io.odometer.core.json.Json;
import io.odometer.core.learner.TrainedModel;
import io.odometer.core.serving.Manifest.FeatureImportance;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * {@code training.json}: how a candidate was made. The same training gives the same bytes.
 *
 * @param hyperparameters all of them, defaults filled in
 * @param facts what the learner chose
 * @param importance share of each feature, largest first
 */
public record TrainingReport(
    Map<String, JsonNode> hyperparameters,
    Map<String, JsonNode> facts,
    List<FeatureImportance> importance) {
  /** Name of the file in a candidate's folder. */
  public static final String FILE = "training.json";

  static TrainingReport of(
      Map<String, JsonNode> hyperparameters, TrainedModel trained, List<String> features) {
    Map<String, JsonNode> facts = new TreeMap<>(trained.facts());
    facts.put("features", Json.toTree(features.size()));
    List<FeatureImportance> importance =
        IntStream.range(0, features.size())
            .mapToObj(
                feature ->
                    new FeatureImportance(features.get(feature), trained.importance()[feature]))
            .sorted(Comparator.comparingDouble(one -> -one.share()))
            .toList();
    return new TrainingReport(new TreeMap<>(hyperparameters), facts, importance);
  }
}
