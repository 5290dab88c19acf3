// SPDX-License-Identifier: Apache-2.0
/** A real S3 store inside the process, its objects plain files. */
@NullMarked
package io.odometer.standalone.store;

import org.jspecify.annotations.NullMarked;
