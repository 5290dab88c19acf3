// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.score;

import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.ObjectWriter;
import io.odometer.core.store.PutCondition;
import io.odometer.core.text.ByteText;
import io.odometer.core.training.ObjectVersion;
import java.util.zip.CRC32C;

/** Writes one part and its checksum. For one thread. */
final class PartWriter implements AutoCloseable {
  private final ObjectWriter writer;
  private final CRC32C checksum = new CRC32C();

  PartWriter(ObjectStore store, ObjectKey key) {
    this.writer = store.writer(key, new PutCondition.Always());
  }

  void write(ByteText text) {
    if (text.size() > 0) {
      writer.write(text.bytes(), 0, text.size());
      checksum.update(text.bytes(), 0, text.size());
    }
  }

  ScoredRange.Part finish() {
    ObjectInfo info = writer.finish();
    return new ScoredRange.Part(ObjectVersion.of(info), checksum.getValue());
  }

  @Override
  public void close() {
    writer.close();
  }
}
