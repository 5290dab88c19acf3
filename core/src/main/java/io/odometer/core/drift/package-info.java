// SPDX-License-Identifier: Apache-2.0
/** What data and predictions must keep to, and when they do not; SageMaker's file formats. */
@NullMarked
package io.odometer.core.drift;

import org.jspecify.annotations.NullMarked;
