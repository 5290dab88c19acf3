// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.registry.ModelId;
import io.odometer.core.store.ObjectContent;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import java.io.IOException;

/** Reads versions from the store, no more bytes than there is room for. */
public final class MemberReader {
  private final ObjectStore store;

  public MemberReader(ObjectStore store) {
    this.store = store;
  }

  /**
   * @throws OdometerException naming the version: {@code Model.Corrupt}, {@code Model.Unsupported},
   *     {@code Model.NoRoom}, or what the store throws
   */
  public Member read(ModelId id, long room) {
    Folder folder = new Folder(id.folder(), room);
    try {
      ModelPackage model = ModelPackage.load(folder::read);
      if (!model.manifest().id().equals(id)) {
        throw new OdometerException(
            Errors.MODEL_CORRUPT, "its manifest is that of " + model.manifest().id());
      }
      return new Member(model, folder.bytes);
    } catch (OdometerException failure) {
      throw new OdometerException(failure.error(), id + ": " + failure.reason(), failure);
    }
  }

  private final class Folder {
    private final ObjectKey key;
    private final long room;
    private long bytes;

    Folder(ObjectKey key, long room) {
      this.key = key;
      this.room = room;
    }

    byte[] read(String name) {
      try (ObjectContent content = store.open(key.child(name))) {
        bytes += content.info().size();
        if (bytes > room) {
          throw new OdometerException(
              Errors.MODEL_NO_ROOM,
              "%,d bytes up to %s are more than the %,d left for models; see ODOMETER_MODEL_MEGABYTES"
                  .formatted(bytes, name, room));
        }
        return content.stream().readAllBytes();
      } catch (IOException broken) {
        throw new OdometerException(
            Errors.STORE_UNAVAILABLE, "cannot read " + key.child(name), broken);
      }
    }
  }
}
