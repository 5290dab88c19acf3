// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.odometer.standalone.cli;

import org.jspecify.annotations.NullMarked;
