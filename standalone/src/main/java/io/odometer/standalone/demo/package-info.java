// SPDX-License-Identifier: Apache-2.0
/** Shows the whole job on a sample table, through the same doors as any user. */
@NullMarked
package io.odometer.standalone.demo;

import org.jspecify.annotations.NullMarked;
