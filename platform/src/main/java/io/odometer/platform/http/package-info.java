// SPDX-License-Identifier: Apache-2.0
/** The HTTP server every service stands on: health, metrics, tokens, errors. */
@NullMarked
package io.odometer.platform.http;

import org.jspecify.annotations.NullMarked;
