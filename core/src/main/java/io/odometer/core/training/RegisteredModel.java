// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.training;

import io.odometer.core.registry.ModelId;
import org.jspecify.annotations.Nullable;

/** Output of register; with the reason in words when the gate rejected it. */
public record RegisteredModel(
    ModelId id, Gate gate, Evaluation evaluation, @Nullable String reason) {}
