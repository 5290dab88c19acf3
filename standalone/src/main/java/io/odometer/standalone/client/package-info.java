// SPDX-License-Identifier: Apache-2.0
/** What every client of a running system needs: the demo and the command line. */
@NullMarked
package io.odometer.standalone.client;

import org.jspecify.annotations.NullMarked;
