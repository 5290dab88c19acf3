// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.training;

import io.odometer.core.store.ObjectKey;

/**
 * Output of train: a folder of the work bucket with {@code model.json}, {@code pipeline.json},
 * {@code schema.json} and {@code training.json} (hyperparameters, importance, facts).
 */
public record Candidate(ObjectKey folder, double trainingSeconds) {}
