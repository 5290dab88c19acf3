// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.capture;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What waits to be sent, bounded in bytes and in number. An offer neither waits nor wakes anybody.
 * Safe for use by many threads.
 */
final class CaptureQueue {
  private final long mostBytes;
  private final int mostExchanges;
  private final Queue<Exchange> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicInteger exchanges = new AtomicInteger();

  CaptureQueue(long mostBytes, int mostExchanges) {
    this.mostBytes = mostBytes;
    this.mostExchanges = mostExchanges;
  }

  /** False when there is no room. */
  boolean offer(Exchange exchange) {
    int size = exchange.bytes();
    boolean room = bytes.addAndGet(size) <= mostBytes;
    if (exchanges.incrementAndGet() > mostExchanges || !room) {
      release(size);
      return false;
    }
    return waiting.add(exchange);
  }

  /** The oldest, if any. */
  Optional<Exchange> poll() {
    Exchange oldest = waiting.poll();
    if (oldest != null) {
      release(oldest.bytes());
    }
    return Optional.ofNullable(oldest);
  }

  private void release(int size) {
    bytes.addAndGet(-size);
    exchanges.decrementAndGet();
  }

  long bytes() {
    return bytes.get();
  }
}
