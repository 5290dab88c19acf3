// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.odometer.inference;

import org.jspecify.annotations.NullMarked;
