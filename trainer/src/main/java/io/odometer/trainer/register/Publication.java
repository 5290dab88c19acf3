// SPDX-License-Identifier: Apache-2.0
package io.odometer.trainer.register;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.json.Json;
import io.odometer.core.serving.Manifest;
import io.odometer.core.serving.ModelFiles;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.store.PutCondition;
import java.util.Arrays;
import java.util.Map;
import java.util.SequencedMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a version's files once. A second try finds those of the first, which are the same; the
 * manifest, written last, is what makes a version.
 */
final class Publication {
  private static final Logger LOG = LoggerFactory.getLogger(Publication.class);

  private final ObjectStore store;
  private final ObjectKey folder;

  Publication(ObjectStore store, ObjectKey folder) {
    this.store = store;
    this.folder = folder;
  }

  void write(SequencedMap<String, byte[]> files) {
    files.forEach(this::write);
  }

  private void write(String name, byte[] content) {
    ObjectKey key = folder.child(name);
    try {
      store.put(key, content, new PutCondition.IfAbsent());
    } catch (OdometerException lost) {
      if (!lost.error().equals(Errors.STORE_PRECONDITION)) {
        throw lost;
      }
      compare(key, content, lost);
    }
  }

  /**
   * A manifest may name the build that began the work before an upgrade; that one stands, unless it
   * covers less: judged again against other champions, a version that was rejected is accepted.
   */
  private void compare(ObjectKey key, byte[] content, OdometerException lost) {
    if (Arrays.equals(store.read(key), content)) {
      return;
    }
    if (!key.name().equals(ModelFiles.MANIFEST)) {
      throw new OdometerException(
          Errors.MODEL_CORRUPT,
          key + " exists with other content, and versions never change",
          lost);
    }
    if (coversMore(content, store.read(key))) {
      store.put(key, content, new PutCondition.Always());
      return;
    }
    LOG.warn("{} was published before, with other words about where it came from", key);
  }

  private static boolean coversMore(byte[] manifest, byte[] published) {
    Map<String, String> files = Json.read(manifest, Manifest.class).files();
    Map<String, String> before = Json.read(published, Manifest.class).files();
    return files.size() > before.size() && files.entrySet().containsAll(before.entrySet());
  }
}
