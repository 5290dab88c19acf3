// SPDX-License-Identifier: Apache-2.0
package io.odometer.testmodels;

import io.odometer.core.store.ObjectStore;
import java.util.function.Supplier;

/** Dies once, before or after a call took effect. */
public final class DeadlyStore extends ForwardingStore {
  private final boolean after;
  private int left = Integer.MAX_VALUE;

  public DeadlyStore(ObjectStore store, boolean after) {
    super(store);
    this.after = after;
  }

  /** At the call of that number from now on. */
  public void dieAt(int call) {
    left = call;
  }

  public boolean isAlive() {
    return left > 0;
  }

  @Override
  protected <T> T call(String name, Supplier<T> call) {
    boolean last = --left == 0;
    if (last && !after) {
      throw new Death(name);
    }
    T result = call.get();
    if (last) {
      throw new Death(name);
    }
    return result;
  }

  /** Not an exception: nothing in the code under test may catch it. */
  public static final class Death extends Error {
    private static final long serialVersionUID = 1;

    Death(String call) {
      super(call, null, false, false);
    }
  }
}
