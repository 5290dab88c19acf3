// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.odometer.standalone;

import org.jspecify.annotations.NullMarked;
