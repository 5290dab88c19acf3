// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.odometer.standalone.kafka;

import org.jspecify.annotations.NullMarked;
