// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.project;

import io.odometer.core.store.ObjectKey;
import java.time.Instant;

/**
 * The key holds this version. Saying so again changes nothing: key and etag name the version.
 *
 * @param etag without quotes
 * @param size in bytes
 */
public record ObjectSeen(ObjectKey key, String etag, long size, Instant at)
    implements ObjectEvent {}
