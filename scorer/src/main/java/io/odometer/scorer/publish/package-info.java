// SPDX-License-Identifier: Apache-2.0
/** Makes the output appear, whole or not at all. */
@NullMarked
package io.odometer.scorer.publish;

import org.jspecify.annotations.NullMarked;
