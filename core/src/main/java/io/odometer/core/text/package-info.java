// SPDX-License-Identifier: Apache-2.0
/** Text on its way out. */
@NullMarked
package io.odometer.core.text;

import org.jspecify.annotations.NullMarked;
