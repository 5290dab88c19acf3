// SPDX-License-Identifier: Apache-2.0
/** The promises of the object store port, kept by every adapter. */
@NullMarked
package io.odometer.contracts.store;

import org.jspecify.annotations.NullMarked;
