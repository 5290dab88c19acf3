// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.publish;

import io.odometer.core.store.ObjectInfo;
import io.odometer.core.training.ObjectVersion;

/**
 * An object that was published.
 *
 * @param checksum CRC-32C
 */
record Stored(ObjectVersion object, long checksum) {
  Stored(ObjectInfo info, long checksum) {
    this(ObjectVersion.of(info), checksum);
  }

  String hex() {
    return hex(checksum);
  }

  static String hex(long checksum) {
    return "%08x".formatted(checksum);
  }
}
