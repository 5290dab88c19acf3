// SPDX-License-Identifier: Apache-2.0
/** The records of a request, predicted. */
@NullMarked
package io.odometer.inference.request;

import org.jspecify.annotations.NullMarked;
