// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.odometer.standalone.score;

import org.jspecify.annotations.NullMarked;
