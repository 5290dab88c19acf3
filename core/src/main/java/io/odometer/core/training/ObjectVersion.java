// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;

/**
 * An object as it was when the execution was started.
 *
 * @param fresh no training was started on this version before: its fault is the execution's fault,
 *     while a known object's fault only leaves it out. Absent in JSON unless true.
 */
public record ObjectVersion(
    ObjectKey key,
    String etag,
    long size,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY)
        boolean fresh) {

  /** A version known before. */
  public ObjectVersion(ObjectKey key, String etag, long size) {
    this(key, etag, size, false);
  }

  /** What the store says it holds. */
  public static ObjectVersion of(ObjectInfo info) {
    return new ObjectVersion(info.key(), info.etag(), info.size());
  }

  /** The same version, whenever it came. */
  public ObjectVersion known() {
    return new ObjectVersion(key, etag, size);
  }
}
