// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.store;

import io.odometer.platform.lifecycle.Backoff;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Makes a call until it is answered or the tries are used up; every wait has a limit. */
final class S3Calls {
  /** One try: a request that is on its way. */
  @FunctionalInterface
  interface Attempt<T> {
    CompletableFuture<T> begin() throws Exception;
  }

  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(90);

  private final int tries;
  private final Backoff backoff;

  S3Calls(int tries, Backoff backoff) {
    this.tries = tries;
    this.backoff = backoff;
  }

  <T> T call(String what, Attempt<T> attempt) throws S3Exception {
    boolean doubtful = false;
    for (int failures = 1; ; failures++) {
      try {
        return attempt.begin().get(ANSWER_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new S3Exception(what, S3Failure.TRANSIENT, true, interrupted);
      } catch (Exception thrown) {
        Throwable cause = S3Failure.unwrap(thrown);
        S3Failure failure = S3Failure.of(cause);
        if (failure != S3Failure.TRANSIENT || failures >= tries) {
          throw new S3Exception(what, failure, doubtful, cause);
        }
        doubtful = true;
        pause(what, backoff.after(failures));
      }
    }
  }

  /** One try with a limit of its own, for health checks. */
  static <T> void once(String what, Attempt<T> attempt, Duration limit) throws S3Exception {
    try {
      attempt.begin().get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new S3Exception(what, S3Failure.TRANSIENT, true, interrupted);
    } catch (TimeoutException late) {
      throw new S3Exception(
          what, S3Failure.TRANSIENT, true, new TimeoutException("no answer within " + limit));
    } catch (ExecutionException failed) {
      Throwable cause = S3Failure.unwrap(failed);
      throw new S3Exception(what, S3Failure.of(cause), false, cause);
    } catch (Exception failed) {
      throw new S3Exception(what, S3Failure.of(failed), false, failed);
    }
  }

  private static void pause(String what, Duration delay) throws S3Exception {
    try {
      Thread.sleep(delay);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new S3Exception(what, S3Failure.TRANSIENT, true, interrupted);
    }
  }
}
