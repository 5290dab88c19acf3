// SPDX-License-Identifier: Apache-2.0
/** Makes sample tables from a description: columns, relations, and the dirt of real files. */
@NullMarked
package io.odometer.data;

import org.jspecify.annotations.NullMarked;
