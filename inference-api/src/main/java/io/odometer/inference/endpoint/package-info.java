// SPDX-License-Identifier: Apache-2.0
/** What is served: loaded versions behind each endpoint, and how a change gets there. */
@NullMarked
package io.odometer.inference.endpoint;

import org.jspecify.annotations.NullMarked;
