// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.endpoint;

import io.odometer.core.error.Errors;
import io.odometer.core.error.OdometerException;
import io.odometer.core.registry.Endpoint;
import io.odometer.core.registry.ModelId;
import io.odometer.core.serving.Member;
import io.odometer.core.serving.MemberReader;
import io.odometer.core.serving.ServingEndpoint;
import io.odometer.core.store.ObjectStore;
import io.odometer.platform.lifecycle.Backoff;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes endpoints serve what is wanted of them: loads every member, tries the whole, swaps. Until
 * that has worked the old version serves on, and the load is tried again, for ever, ever more
 * slowly. One thread, so that the room for models is never given away twice.
 */
public final class EndpointLoader implements AutoCloseable {
  private static final Duration STOP_LIMIT = Duration.ofSeconds(2);

  private final Endpoints endpoints;
  private final MemberReader reader;
  private final Consumer<ServingEndpoint> trial;
  private final LoadListener listener;
  private final long room;
  private final Backoff backoff;
  private final InstantSource clock;
  private final ScheduledThreadPoolExecutor executor;

  /**
   * @param trial throws what speaks against an endpoint before it is swapped in
   * @param room most bytes of files of all models that serve
   */
  public EndpointLoader(
      Endpoints endpoints,
      ObjectStore store,
      Consumer<ServingEndpoint> trial,
      LoadListener listener,
      long room,
      Backoff backoff,
      InstantSource clock) {
    this.endpoints = endpoints;
    this.reader = new MemberReader(store);
    this.trial = trial;
    this.listener = listener;
    this.room = room;
    this.backoff = backoff;
    this.clock = clock;
    this.executor =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("endpoint-loader").factory());
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Takes a change, which may be old news; returns at once. Empty: the endpoint is gone. */
  public void follow(String name, Optional<Endpoint> change) {
    if (change.isEmpty()) {
      endpoints.remove(name);
      executor.execute(() -> listener.removed(name));
    } else if (endpoints.want(change.get()) && !change.get().members().isEmpty()) {
      executor.execute(() -> attempt(change.get(), 1, null));
    }
  }

  private void attempt(Endpoint endpoint, int tries, @Nullable LoadFailure before) {
    if (!endpoints.isPending(endpoint)) {
      return;
    }
    try {
      ServingEndpoint loaded = load(endpoint);
      trial.accept(loaded);
      if (endpoints.swap(loaded)) {
        listener.loaded(loaded);
      }
    } catch (RuntimeException | VirtualMachineError failed) {
      LoadFailure failure = failure(failed, tries);
      endpoints.fail(endpoint, failure);
      retry(endpoint, failure);
      if (before == null || !before.error().equals(failure.error())) {
        listener.failed(endpoint, failure);
      }
    }
  }

  private void retry(Endpoint endpoint, LoadFailure failure) {
    long delay = backoff.after(failure.tries()).toMillis();
    if (!executor.isShutdown()) {
      var _ =
          executor.schedule(
              () -> attempt(endpoint, failure.tries() + 1, failure), delay, TimeUnit.MILLISECONDS);
    }
  }

  private LoadFailure failure(Throwable failed, int tries) {
    return failed instanceof OdometerException named
        ? new LoadFailure(named.error().value(), named.reason(), tries, clock.instant())
        : new LoadFailure(Errors.INTERNAL.value(), failed.toString(), tries, clock.instant());
  }

  /** Versions never change, so a member that serves already need not be read again. */
  private ServingEndpoint load(Endpoint endpoint) {
    ServingEndpoint current =
        endpoints.find(endpoint.name().value()).map(EndpointView::serving).orElse(null);
    long left = room - endpoints.bytes() + Endpoints.bytes(current);
    List<Member> members = new ArrayList<>();
    for (ModelId id : endpoint.members()) {
      long remaining = left;
      Member member = reuse(current, id).orElseGet(() -> reader.read(id, remaining));
      left -= member.bytes();
      members.add(member);
    }
    return new ServingEndpoint(endpoint, members);
  }

  private static Optional<Member> reuse(@Nullable ServingEndpoint current, ModelId id) {
    return current == null
        ? Optional.empty()
        : current.members().stream().filter(member -> member.id().equals(id)).findFirst();
  }

  @Override
  public void close() {
    executor.shutdownNow();
    try {
      executor.awaitTermination(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
