// SPDX-License-Identifier: Apache-2.0
/** The feature pipeline, one class tree for training and serving. */
@NullMarked
package io.odometer.core.feature;

import org.jspecify.annotations.NullMarked;
