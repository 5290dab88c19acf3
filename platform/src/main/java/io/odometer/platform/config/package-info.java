// SPDX-License-Identifier: Apache-2.0
/** Typed configuration from environment and file, all mistakes at once. */
@NullMarked
package io.odometer.platform.config;

import org.jspecify.annotations.NullMarked;
