// SPDX-License-Identifier: Apache-2.0
/** Brings captured requests from Kafka into the bucket, each once. */
@NullMarked
package io.odometer.monitor.sink;

import org.jspecify.annotations.NullMarked;
