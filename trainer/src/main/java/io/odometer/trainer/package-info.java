// SPDX-License-Identifier: Apache-2.0
/** The service that does the tasks of the training workflow. */
@NullMarked
package io.odometer.trainer;

import org.jspecify.annotations.NullMarked;
