// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

/** The instant of {@link ProjectState#dueAt} has come. */
public record TimePassed() implements ProjectEvent {}
