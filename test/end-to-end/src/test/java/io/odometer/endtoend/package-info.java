// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.odometer.endtoend;

import org.jspecify.annotations.NullMarked;
