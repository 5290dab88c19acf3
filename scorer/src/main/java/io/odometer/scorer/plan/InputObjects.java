// SPDX-License-Identifier: Apache-2.0
package io.odometer.scorer.plan;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.scoring.ScoringRange;
import io.odometer.core.store.ObjectContent;
import io.odometer.core.store.ObjectInfo;
import io.odometer.core.store.ObjectKey;
import io.odometer.core.store.ObjectStore;
import io.odometer.core.training.ObjectVersion;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the version that an execution is about, or says that it is gone. */
public final class InputObjects {
  /** Most bytes of a record: one that has more is a quote that never closes, or no text. */
  public static final int LONGEST_RECORD = 1 << 20;

  private InputObjects() {}

  /**
   * @throws OdometerException {@code Data.Changed} if the object is no longer what it was
   */
  public static ObjectContent whole(ObjectStore store, ObjectVersion object) {
    return present(object, () -> store.openVersion(object.key(), object.etag()));
  }

  /** Like {@link #whole}, the bytes of one range. */
  public static ObjectContent range(ObjectStore store, ObjectVersion object, ScoringRange range) {
    return present(
        object, () -> store.openRange(object.key(), object.etag(), range.start(), range.length()));
  }

  /**
   * @throws OdometerException {@code Data.Changed} unless the object is still what it was
   */
  public static void requireCurrent(ObjectStore store, ObjectVersion object) {
    boolean current =
        store.find(object.key()).filter(found -> found.etag().equals(object.etag())).isPresent();
    if (!current) {
      throw changed(object, null);
    }
  }

  /**
   * @param expected what the key held, or nothing
   * @throws OdometerException {@code Data.Changed} unless the key holds the same as before
   */
  public static void requireSame(
      ObjectStore store, ObjectKey key, @Nullable ObjectVersion expected) {
    String etag = store.find(key).map(ObjectInfo::etag).orElse("");
    if (!etag.equals(expected == null ? "" : expected.etag())) {
      throw new OdometerException(
          Errors.DATA_CHANGED, key + " came, changed or went after the scoring began");
    }
  }

  /** Does work on an object, so that whatever goes wrong with it names the object. */
  public static <T> T naming(ObjectVersion object, Supplier<T> work) {
    try {
      return work.get();
    } catch (OdometerException failure) {
      throw failure.reason().contains(object.key().toString())
          ? failure
          : new OdometerException(failure.error(), object.key() + ": " + failure.reason(), failure);
    }
  }

  private static ObjectContent present(ObjectVersion object, Supplier<ObjectContent> opened) {
    try {
      return opened.get();
    } catch (OdometerException failure) {
      boolean gone =
          failure.error().equals(Errors.STORE_PRECONDITION)
              || failure.error().equals(Errors.STORE_NOT_FOUND);
      throw gone ? changed(object, failure) : failure;
    }
  }

  private static OdometerException changed(
      ObjectVersion object, @Nullable OdometerException cause) {
    return new OdometerException(
        Errors.DATA_CHANGED,
        object.key() + " was replaced or removed after its scoring began",
        cause);
  }
}
