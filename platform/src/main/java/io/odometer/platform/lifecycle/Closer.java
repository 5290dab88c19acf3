// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.lifecycle;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Closes what it was given in reverse order, once, going on after a failure; the first failure is
 * thrown with the others suppressed. Safe for use by many threads.
 */
public final class Closer implements AutoCloseable {
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  public synchronized <T extends AutoCloseable> T add(T part) {
    parts.push(part);
    return part;
  }

  @Override
  public synchronized void close() {
    RuntimeException first = null;
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception failure) {
        first = keep(first, failure);
      }
    }
    if (first != null) {
      throw first;
    }
  }

  private static RuntimeException keep(@Nullable RuntimeException first, Exception failure) {
    if (failure instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    if (first == null) {
      return failure instanceof RuntimeException unchecked
          ? unchecked
          : new IllegalStateException(failure);
    }
    first.addSuppressed(failure);
    return first;
  }
}
