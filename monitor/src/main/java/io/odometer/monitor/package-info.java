// SPDX-License-Identifier: Apache-2.0
/** The service that watches data and models. */
@NullMarked
package io.odometer.monitor;

import org.jspecify.annotations.NullMarked;
