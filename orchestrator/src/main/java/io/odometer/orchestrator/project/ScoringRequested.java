// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

/**
 * Somebody asks for a file to be scored now.
 *
 * @param input what the store holds there
 * @param job what the store holds, or does not, at the key of its settings
 * @param again whether it is scored although these versions have scored it before
 */
public record ScoringRequested(String requestId, ObjectSeen input, ObjectEvent job, boolean again)
    implements ProjectEvent {}
