// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.training;

import io.odometer.core.store.ObjectKey;

/** An object as it was when the execution was started. */
public record ObjectVersion(ObjectKey key, String etag, long size) {}
