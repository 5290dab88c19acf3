// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.training;

import io.odometer.core.project.Algorithm;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One algorithm of a project with the hyperparameters that the project sets. */
public record AlgorithmChoice(Algorithm name, Map<String, JsonNode> hyperparameters) {}
