// SPDX-License-Identifier: Apache-2.0
/** Typed columns: inference, frozen schema, typed rows. */
@NullMarked
package io.odometer.core.schema;

import org.jspecify.annotations.NullMarked;
