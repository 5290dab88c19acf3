// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.ledger;

import java.time.Instant;

/**
 * An object that was taken not long ago.
 *
 * @param id of its name, and of its version where objects may be replaced
 * @param at when the store says it was modified
 */
public record SeenObject(String id, Instant at) {}
