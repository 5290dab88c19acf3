// SPDX-License-Identifier: Apache-2.0
/** The durable shell of the workflow function, on Kafka Streams. */
@NullMarked
package io.odometer.orchestrator.engine;

import org.jspecify.annotations.NullMarked;
