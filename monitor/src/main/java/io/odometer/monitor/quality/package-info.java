// SPDX-License-Identifier: Apache-2.0
/** The task that measures models by the labels of what they predicted. */
@NullMarked
package io.odometer.monitor.quality;

import org.jspecify.annotations.NullMarked;
