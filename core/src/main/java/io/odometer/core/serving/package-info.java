// SPDX-License-Identifier: Apache-2.0
/** A model version as it is published and served, and requests as they are read. */
@NullMarked
package io.odometer.core.serving;

import org.jspecify.annotations.NullMarked;
