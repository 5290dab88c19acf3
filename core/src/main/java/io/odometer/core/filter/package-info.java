// SPDX-License-Identifier: Apache-2.0
/** Which part of a record is used: the JSONPath dialect of SageMaker's batch data processing. */
@NullMarked
package io.odometer.core.filter;

import org.jspecify.annotations.NullMarked;
