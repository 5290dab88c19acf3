// SPDX-License-Identifier: Apache-2.0
/**
 * What happens to a project, as a pure function: settings, objects, trainings, champions, files to
 * score.
 */
@NullMarked
package io.odometer.orchestrator.project;

import org.jspecify.annotations.NullMarked;
