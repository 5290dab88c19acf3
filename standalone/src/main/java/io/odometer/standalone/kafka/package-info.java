// SPDX-License-Identifier: Apache-2.0
/** A real Kafka broker inside the process. */
@NullMarked
package io.odometer.standalone.kafka;

import org.jspecify.annotations.NullMarked;
