// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.consolidate;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.store.ObjectContent;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the version of an object that was listed. */
final class ObjectReading {
  private static final Logger LOG = LoggerFactory.getLogger(ObjectReading.class);

  /** Does something with the bytes. */
  @FunctionalInterface
  interface Reader {
    void read(InputStream stream) throws IOException;
  }

  private ObjectReading() {}

  /**
   * @return false if the object is gone, or another version has come: nothing was read then
   */
  static boolean read(ObjectStore store, ObjectInfo object, Reader reader) {
    try (ObjectContent content = open(store, object)) {
      reader.read(content.stream());
      return true;
    } catch (Gone gone) {
      LOG.warn("{} was replaced or removed after it was listed", object.key());
      return false;
    } catch (IOException broken) {
      throw new OdometerException(
          Errors.STORE_UNAVAILABLE, "reading " + object.key() + " broke off", broken);
    }
  }

  private static ObjectContent open(ObjectStore store, ObjectInfo object) throws Gone {
    try {
      return store.openVersion(object.key(), object.etag());
    } catch (OdometerException failure) {
      if (failure.error().equals(Errors.STORE_NOT_FOUND)
          || failure.error().equals(Errors.STORE_PRECONDITION)) {
        throw new Gone();
      }
      throw failure;
    }
  }

  private static final class Gone extends Exception {
    private static final long serialVersionUID = 1;
  }
}
