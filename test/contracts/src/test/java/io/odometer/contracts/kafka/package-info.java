// SPDX-License-Identifier: Apache-2.0
/** What the Kafka adapters promise, kept on every broker. */
@NullMarked
package io.odometer.contracts.kafka;

import org.jspecify.annotations.NullMarked;
