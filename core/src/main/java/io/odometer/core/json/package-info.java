// SPDX-License-Identifier: Apache-2.0
/** The one way this project reads and writes JSON. */
@NullMarked
package io.odometer.core.json;

import org.jspecify.annotations.NullMarked;
