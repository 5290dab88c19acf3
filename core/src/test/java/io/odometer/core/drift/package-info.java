// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.odometer.core.drift;

import org.jspecify.annotations.NullMarked;
