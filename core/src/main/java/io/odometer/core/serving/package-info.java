// SPDX-License-Identifier: Apache-2.0
/** A model version as it is published and served. */
@NullMarked
package io.odometer.core.serving;

import org.jspecify.annotations.NullMarked;
