// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.odometer.standalone.demo;

import org.jspecify.annotations.NullMarked;
