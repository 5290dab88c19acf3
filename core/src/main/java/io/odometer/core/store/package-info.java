// SPDX-License-Identifier: Apache-2.0
/** The object store port and the layout of its keys. */
@NullMarked
package io.odometer.core.store;

import org.jspecify.annotations.NullMarked;
