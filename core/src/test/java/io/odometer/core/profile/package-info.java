// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.odometer.core.profile;

import org.jspecify.annotations.NullMarked;
