// SPDX-License-Identifier: Apache-2.0
/** What is known of a file before its rows are scored. */
@NullMarked
package io.odometer.scorer.plan;

import org.jspecify.annotations.NullMarked;
