// SPDX-License-Identifier: Apache-2.0
/** What services agree on about captured traffic and its monitoring. */
@NullMarked
package io.odometer.core.monitoring;

import org.jspecify.annotations.NullMarked;
