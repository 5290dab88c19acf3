// SPDX-License-Identifier: Apache-2.0
/** Publishes a model version. */
@NullMarked
package io.odometer.trainer.register;

import org.jspecify.annotations.NullMarked;
