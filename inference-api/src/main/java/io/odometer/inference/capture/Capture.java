// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.capture;

import io.odometer.core.registry.Endpoint;
import io.odometer.platform.lifecycle.Backoff;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/**
 * Keeps a share of the requests, each whole, and their answers. Whoever answers a request only
 * hands over references and never waits: what cannot be sent in time is dropped and counted. Safe
 * for use by many threads.
 */
public final class Capture implements AutoCloseable {
  private static final int MOST_EXCHANGES = 50_000;

  /**
   * What a capture is told by its surroundings.
   *
   * @param share of an endpoint's requests, between 0 and 1; may change at any time
   * @param chance a number from 0 inclusive to 1 exclusive; called by many threads
   */
  public record Surroundings(
      ToDoubleFunction<String> share,
      DoubleSupplier chance,
      CaptureSender sender,
      InstantSource clock,
      Backoff backoff) {}

  private final Surroundings surroundings;
  private final CaptureQueue queue;
  private final Drops drops;
  private final CaptureDrain drain;

  /**
   * @param megabytes how much may wait to be sent
   */
  public Capture(int megabytes, Surroundings surroundings, PrometheusRegistry registry) {
    this(new CaptureQueue((long) megabytes << 20, MOST_EXCHANGES), surroundings, registry);
  }

  Capture(CaptureQueue queue, Surroundings surroundings, PrometheusRegistry registry) {
    this.surroundings = surroundings;
    this.queue = queue;
    CaptureMetrics metrics = new CaptureMetrics(registry, queue);
    this.drops = new Drops(metrics, new DropLog(surroundings.clock()));
    this.drain =
        new CaptureDrain(queue, surroundings.sender(), metrics, drops, surroundings.backoff());
  }

  /** Begins to send, on a thread of its own. */
  public void start() {
    drain.start();
  }

  /** Whether this request is among those to keep, and what to keep of it if so. */
  public Optional<Exchange> begin(Endpoint endpoint, String eventId) {
    double share = surroundings.share().applyAsDouble(endpoint.name().value());
    boolean kept = share >= 1 || (share > 0 && surroundings.chance().getAsDouble() < share);
    return kept
        ? Optional.of(new Exchange(endpoint, eventId, surroundings.clock().instant()))
        : Optional.empty();
  }

  /** Hands over what is complete. */
  public void offer(Exchange exchange) {
    if (!queue.offer(exchange)) {
      drops.drop(exchange.name(), DropReason.QUEUE_FULL);
    }
  }

  /** Sends what waits, within a limit. */
  @Override
  public void close() {
    drain.close();
  }
}
