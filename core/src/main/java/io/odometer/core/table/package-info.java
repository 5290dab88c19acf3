// SPDX-License-Identifier: Apache-2.0
/** Reading tables of text cells. */
@NullMarked
package io.odometer.core.table;

import org.jspecify.annotations.NullMarked;
