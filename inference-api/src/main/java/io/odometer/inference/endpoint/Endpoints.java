// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.endpoint;

import io.odometer.core.registry.Endpoint;
import io.odometer.core.serving.Member;
import io.odometer.core.serving.ServingEndpoint;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Every endpoint by name. A request reads its view once and never sees half of a swap. Safe for use
 * by many threads.
 */
public final class Endpoints {
  private final Map<String, EndpointView> views = new ConcurrentHashMap<>();

  public Optional<EndpointView> find(String name) {
    return Optional.ofNullable(views.get(name));
  }

  public SortedSet<String> names() {
    return new TreeSet<>(views.keySet());
  }

  /** The endpoint, if there is exactly one. */
  public Optional<EndpointView> only() {
    return views.size() == 1 ? views.values().stream().findFirst() : Optional.empty();
  }

  /** Whether any endpoint answers. */
  public boolean anyServes() {
    return views.values().stream().anyMatch(view -> view.serving() != null);
  }

  /** Whether every endpoint was loaded, or failed to be. */
  public boolean settled() {
    return views.values().stream().allMatch(EndpointView::isSettled);
  }

  /** Size of the files behind everything that serves. */
  long bytes() {
    return views.values().stream().map(EndpointView::serving).mapToLong(Endpoints::bytes).sum();
  }

  static long bytes(@Nullable ServingEndpoint serving) {
    return serving == null ? 0 : serving.members().stream().mapToLong(Member::bytes).sum();
  }

  /** Notes what is wanted from now on; false if that is no newer than what is known. */
  synchronized boolean want(Endpoint endpoint) {
    String name = endpoint.name().value();
    EndpointView known = views.get(name);
    if (known != null && endpoint.version() <= known.wanted().version()) {
      return false;
    }
    views.compute(name, (key, view) -> wanting(view, endpoint));
    return true;
  }

  /** What serves goes on serving, unless nothing is to serve any more. */
  private static EndpointView wanting(@Nullable EndpointView view, Endpoint endpoint) {
    boolean emptied = endpoint.members().isEmpty();
    return new EndpointView(endpoint, view == null || emptied ? null : view.serving(), null);
  }

  void remove(String name) {
    views.remove(name);
  }

  /** Whether this very version is wanted still and does not serve yet. */
  boolean isPending(Endpoint endpoint) {
    EndpointView view = views.get(endpoint.name().value());
    return view != null && view.wanted().equals(endpoint) && !view.isCurrent();
  }

  /** Swaps the version in, unless another is wanted by now; says whether it did. */
  boolean swap(ServingEndpoint loaded) {
    EndpointView after =
        views.computeIfPresent(
            loaded.name(),
            (name, view) ->
                view.wanted().equals(loaded.endpoint())
                    ? new EndpointView(view.wanted(), loaded, null)
                    : view);
    return after != null && after.serving() == loaded;
  }

  void fail(Endpoint endpoint, LoadFailure failure) {
    views.computeIfPresent(
        endpoint.name().value(),
        (name, view) ->
            view.wanted().equals(endpoint) && !view.isCurrent()
                ? new EndpointView(endpoint, view.serving(), failure)
                : view);
  }
}
