// SPDX-License-Identifier: Apache-2.0
/** Object stores: S3 and in memory. */
@NullMarked
package io.odometer.platform.store;

import org.jspecify.annotations.NullMarked;
