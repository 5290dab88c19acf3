// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.drift;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** What numbers keep to. */
public record NumConstraints(@JsonProperty("is_non_negative") @Nullable Boolean nonNegative) {}
