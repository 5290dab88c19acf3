// SPDX-License-Identifier: Apache-2.0
/** Routes and what belongs to HTTP alone. */
@NullMarked
package io.odometer.inference.http;

import org.jspecify.annotations.NullMarked;
