// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.odometer.inference.capture;

import org.jspecify.annotations.NullMarked;
