// SPDX-License-Identifier: Apache-2.0
/** Model versions and the endpoints that serve them. */
@NullMarked
package io.odometer.core.registry;

import org.jspecify.annotations.NullMarked;
