// SPDX-License-Identifier: Apache-2.0
/** Small models that several modules' tests publish and use. */
@NullMarked
package io.odometer.testmodels;

import org.jspecify.annotations.NullMarked;
