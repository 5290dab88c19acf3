// SPDX-License-Identifier: Apache-2.0
/** What the steps of the training workflow hand to each other. */
@NullMarked
package io.odometer.core.training;

import org.jspecify.annotations.NullMarked;
