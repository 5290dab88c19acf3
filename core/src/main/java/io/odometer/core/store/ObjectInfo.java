// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.store;

import java.time.Instant;

/**
 * One version of an object. The etag is without quotes; two versions of one key with the same etag
 * hold the same bytes.
 */
public record ObjectInfo(ObjectKey key, String etag, long size, Instant modifiedAt) {}
