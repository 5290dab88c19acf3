// SPDX-License-Identifier: Apache-2.0
/** What travels on Kafka: topics, object events, system events. */
@NullMarked
package io.odometer.core.message;

import org.jspecify.annotations.NullMarked;
