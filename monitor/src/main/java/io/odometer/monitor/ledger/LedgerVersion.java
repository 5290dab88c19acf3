// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A ledger as it was read.
 *
 * @param etag null where there is none yet
 */
public record LedgerVersion(Ledger ledger, @Nullable String etag) {}
