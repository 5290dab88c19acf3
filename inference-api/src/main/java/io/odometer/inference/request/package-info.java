// SPDX-License-Identifier: Apache-2.0
/** Records of a request in every form that is understood. */
@NullMarked
package io.odometer.inference.request;

import org.jspecify.annotations.NullMarked;
