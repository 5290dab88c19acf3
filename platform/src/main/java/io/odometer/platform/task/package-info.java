// SPDX-License-Identifier: Apache-2.0
/** Workers that take tasks from Kafka share groups. */
@NullMarked
package io.odometer.platform.task;

import org.jspecify.annotations.NullMarked;
