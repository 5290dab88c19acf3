// SPDX-License-Identifier: Apache-2.0
/** Looks at a file once: what it is, and where it may be cut. */
@NullMarked
package io.odometer.scorer.prepare;

import org.jspecify.annotations.NullMarked;
