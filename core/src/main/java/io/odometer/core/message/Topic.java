// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.message;

/** A topic and the type of its values; keys are strings, values JSON. */
public record Topic<T>(String name, Class<T> type, Retention retention) {
  /** What the broker keeps. */
  public enum Retention {
    /** The last value of each key, for good; a null value deletes the key. */
    COMPACTED,
    /** Everything for a week. */
    WEEK,
    /**
     * Everything for a week, in one partition: a share group deals partitions out to its members,
     * and a task behind a busy one would wait although another is idle.
     */
    QUEUE
  }
}
