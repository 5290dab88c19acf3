// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.store;

import java.util.concurrent.CompletableFuture;

/**
 * A call whose first try is on its way. Further tries, if it needs them, are made by whoever waits
 * for the answer.
 */
final class S3Call<T> {
  private final S3Calls calls;
  private final String what;
  private final S3Calls.Attempt<T> attempt;
  private final CompletableFuture<T> first;

  S3Call(S3Calls calls, String what, S3Calls.Attempt<T> attempt) {
    this.calls = calls;
    this.what = what;
    this.attempt = attempt;
    this.first = S3Calls.begun(attempt);
  }

  T await() throws S3Exception {
    return calls.answer(what, first, attempt);
  }

  /** When the first try has ended, however it did. */
  CompletableFuture<Boolean> ended() {
    return first.handle((done, failed) -> true);
  }
}
