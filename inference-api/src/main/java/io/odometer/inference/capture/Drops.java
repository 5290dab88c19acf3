// SPDX-License-Identifier: Apache-2.0
package io.odometer.inference.capture;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what is not kept, and tells of it now and then. Safe for use by many threads. */
final class Drops {
  private static final Logger LOG = LoggerFactory.getLogger(Drops.class);

  private final CaptureMetrics metrics;
  private final DropLog log;

  Drops(CaptureMetrics metrics, DropLog log) {
    this.metrics = metrics;
    this.log = log;
  }

  void drop(String endpoint, DropReason reason) {
    metrics.dropped(endpoint, reason);
    log.count(reason);
  }

  /** For one thread. */
  void tell() {
    log.line().ifPresent(LOG::warn);
  }
}
