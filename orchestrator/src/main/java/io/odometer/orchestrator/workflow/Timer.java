// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.workflow;

import java.time.Instant;

/** A time that an execution waits for. */
public record Timer(String id, Instant at) {}
