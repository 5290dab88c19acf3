// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.store.ObjectKey;
import java.time.Instant;

/** The key holds nothing. */
public record ObjectRemoved(ObjectKey key, Instant at) implements ObjectEvent {}
