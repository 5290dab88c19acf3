// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.learner;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * @param model the model as JSON that {@link io.odometer.core.model.Models} reads
 * @param importance one a feature, in column order, at least 0 and 1 together
 * @param facts what the learner chose, such as the best round or a logarithmic target
 */
public record TrainedModel(byte[] model, double[] importance, Map<String, JsonNode> facts) {}
