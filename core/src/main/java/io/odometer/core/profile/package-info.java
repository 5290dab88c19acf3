// SPDX-License-Identifier: Apache-2.0
/** Statistics of a table in one pass and constant memory; SageMaker's {@code statistics.json}. */
@NullMarked
package io.odometer.core.profile;

import org.jspecify.annotations.NullMarked;
