// SPDX-License-Identifier: Apache-2.0
package io.odometer.core.serving;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Supplier;

/**
 * Things for one thread at a time, kept for the next. Never waits: makes another when none is left,
 * and drops what is more than it keeps. Safe for use by many threads.
 */
public final class Pool<T> {
  private final ArrayBlockingQueue<T> idle;
  private final Supplier<T> maker;

  Pool(int most, Supplier<T> maker) {
    this.idle = new ArrayBlockingQueue<>(most);
    this.maker = maker;
  }

  public T take() {
    T taken = idle.poll();
    return taken == null ? maker.get() : taken;
  }

  /** Only what is in good order: a thing that was in use when something threw is better dropped. */
  public void giveBack(T thing) {
    idle.offer(thing);
  }
}
