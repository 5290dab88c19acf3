// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.retention;

/**
 * What went.
 *
 * @param captured objects of captured traffic
 * @param results objects of earlier runs
 * @param left that are old enough, too, and go after another run
 */
record Tidied(long captured, long results, long left) {}
