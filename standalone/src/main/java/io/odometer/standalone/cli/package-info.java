// SPDX-License-Identifier: Apache-2.0
/** The command line: up and demo. */
@NullMarked
package io.odometer.standalone.cli;

import org.jspecify.annotations.NullMarked;
