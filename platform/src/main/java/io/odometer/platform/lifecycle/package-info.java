// SPDX-License-Identifier: Apache-2.0
/** Starting, checking and stopping services. */
@NullMarked
package io.odometer.platform.lifecycle;

import org.jspecify.annotations.NullMarked;
