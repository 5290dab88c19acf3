// SPDX-License-Identifier: Apache-2.0
/** Kafka: topics, producers, tables of compacted topics. */
@NullMarked
package io.odometer.platform.kafka;

import org.jspecify.annotations.NullMarked;
