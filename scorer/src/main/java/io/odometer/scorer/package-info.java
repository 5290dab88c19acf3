// SPDX-License-Identifier: Apache-2.0
/** The service that scores files. */
@NullMarked
package io.odometer.scorer;

import org.jspecify.annotations.NullMarked;
