// SPDX-License-Identifier: Apache-2.0
package io.odometer.endtoend;

import io.odometer.endtoend.Interposed.Interposition;

/** Dies once, at a commit or at a write to the store, before or after it took effect. */
final class Deaths implements Interposition {
  /** Not an exception: nothing in the code under test may take it for something to put up with. */
  private static final class Death extends Error {
    private static final long serialVersionUID = 1;

    Death(String call) {
      super(call, null, false, false);
    }
  }

  private final boolean after;
  private int left;

  /**
   * @param call which one, from 1
   */
  Deaths(int call, boolean after) {
    this.left = call;
    this.after = after;
  }

  boolean happened() {
    return left <= 0;
  }

  private static boolean counts(String call) {
    return call.equals("commitSync") || call.equals("put");
  }

  @Override
  public void before(String call) {
    if (counts(call) && --left == 0 && !after) {
      throw new Death(call);
    }
  }

  @Override
  public void after(String call) {
    if (counts(call) && left == 0 && after) {
      left--;
      throw new Death(call);
    }
  }
}
