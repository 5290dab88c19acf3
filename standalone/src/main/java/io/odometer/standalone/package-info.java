// SPDX-License-Identifier: Apache-2.0
/** All services in one process, on an embedded broker and store. */
@NullMarked
package io.odometer.standalone;

import org.jspecify.annotations.NullMarked;
