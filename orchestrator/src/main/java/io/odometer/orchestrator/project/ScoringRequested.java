// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.execution.ExecutionId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks for a file to be scored now.
 *
 * @param input what the store holds there
 * @param job what the store holds, or does not, at the key of its settings
 * @param again whether it is scored although these versions have scored it before
 * @param forgotten an execution that was promised before and cannot be asked for any more; once it
 *     has ended it is not promised again
 */
public record ScoringRequested(
    String requestId,
    ObjectSeen input,
    ObjectEvent job,
    boolean again,
    @Nullable ExecutionId forgotten)
    implements ProjectEvent {}
