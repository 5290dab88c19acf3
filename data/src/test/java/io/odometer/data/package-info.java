// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.odometer.data;

import org.jspecify.annotations.NullMarked;
