// SPDX-License-Identifier: Apache-2.0
package io.odometer.orchestrator.notification;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.TopicPartition;

/** An event that was read, and how many of its deliveries are still under way. */
final class Ticket {
  private final TopicPartition partition;
  private final long offset;
  private final AtomicInteger open;

  Ticket(TopicPartition partition, long offset, int deliveries) {
    this.partition = partition;
    this.offset = offset;
    this.open = new AtomicInteger(deliveries);
  }

  TopicPartition partition() {
    return partition;
  }

  long offset() {
    return offset;
  }

  void finishOne() {
    open.decrementAndGet();
  }

  boolean isFinished() {
    return open.get() <= 0;
  }
}
