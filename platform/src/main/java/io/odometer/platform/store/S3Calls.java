// SPDX-License-Identifier: Apache-2.0
package io.odometer.platform.store;

import io.odometer.platform.lifecycle.Backoff;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a call until it is answered or the tries are used up; every wait has a limit. */
final class S3Calls {
  /** One try: a request that is on its way. */
  @FunctionalInterface
  interface Attempt<T> {
    CompletableFuture<T> begin() throws Exception;
  }

  private static final Logger LOG = LoggerFactory.getLogger(S3Calls.class);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(90);

  private final int tries;
  private final Backoff backoff;
  private final Duration answerLimit;

  S3Calls(int tries, Backoff backoff) {
    this(tries, backoff, ANSWER_LIMIT);
  }

  private S3Calls(int tries, Backoff backoff, Duration answerLimit) {
    this.tries = tries;
    this.backoff = backoff;
    this.answerLimit = answerLimit;
  }

  /** The same calls for what must be answered sooner than an upload. */
  S3Calls within(Duration limit) {
    return new S3Calls(tries, backoff, limit);
  }

  <T> T call(String what, Attempt<T> attempt) throws S3Exception {
    return answer(what, begun(attempt), attempt);
  }

  /** Empty when there is no such object or bucket. */
  <T> Optional<T> find(String what, Attempt<T> attempt) {
    try {
      return Optional.of(call(what, attempt));
    } catch (S3Exception failure) {
      if (failure.is(S3Failure.NOT_FOUND)) {
        return Optional.empty();
      }
      throw failure.named();
    }
  }

  static <T> CompletableFuture<T> begun(Attempt<T> attempt) {
    try {
      return attempt.begin();
    } catch (Exception failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  <T> T answer(String what, CompletableFuture<T> first, Attempt<T> attempt) throws S3Exception {
    CompletableFuture<T> current = first;
    for (int failures = 1; ; failures++) {
      try {
        return await(current);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new S3Exception(what, S3Failure.TRANSIENT, true, interrupted);
      } catch (ExecutionException | TimeoutException thrown) {
        Throwable cause = S3Failure.unwrap(thrown);
        S3Failure failure = S3Failure.of(cause);
        if (failure != S3Failure.TRANSIENT || failures >= tries) {
          throw new S3Exception(what, failure, failures > 1, cause);
        }
        LOG.warn("{}, tried again: {}", what, cause.toString());
        pause(what, backoff.after(failures));
      }
      current = begun(attempt);
    }
  }

  private <T> T await(CompletableFuture<T> answer)
      throws InterruptedException, ExecutionException, TimeoutException {
    // An answer that is there already would hide the interrupt.
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return answer.get(answerLimit.toMillis(), TimeUnit.MILLISECONDS);
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
