// SPDX-License-Identifier: Apache-2.0
/** All services in one process, and the command line that runs them. */
@NullMarked
package io.odometer.standalone;

import org.jspecify.annotations.NullMarked;
