// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import java.util.concurrent.atomic.AtomicInteger;

/** What is under way to one receiver. */
final class Lane {
  private final int most;
  private final AtomicInteger outstanding = new AtomicInteger();
  private volatile boolean failing;

  Lane(int most) {
    this.most = most;
  }

  boolean isFull() {
    return outstanding.get() >= most;
  }

  /** More than there should be. */
  boolean isCrowded() {
    return outstanding.get() > most;
  }

  /** Did the last try fail? Waiting for room would hold up all others then. */
  boolean isFailing() {
    return failing;
  }

  void tried(boolean failed) {
    failing = failed;
  }

  void enter() {
    outstanding.incrementAndGet();
  }

  /** True when nothing is left. */
  boolean leave() {
    return outstanding.decrementAndGet() == 0;
  }
}
