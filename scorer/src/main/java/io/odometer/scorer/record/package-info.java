// SPDX-License-Identifier: Apache-2.0
/** Records of a file as bytes: where each ends, and blocks of whole ones. */
@NullMarked
package io.odometer.scorer.record;

import org.jspecify.annotations.NullMarked;
