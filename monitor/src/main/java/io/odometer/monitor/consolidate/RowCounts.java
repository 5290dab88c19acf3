// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.consolidate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was read so far. For one thread. */
final class RowCounts {
  private final List<String> features;
  private final long[] named;
  private final ColumnCounts extra = new ColumnCounts();
  private final ColumnCounts retired = new ColumnCounts();
  private @Nullable Instant from;
  private @Nullable Instant to;
  private long rows;
  private long predicted;
  private long requests;
  private long failed;

  RowCounts(List<String> features) {
    this.features = features;
    this.named = new long[features.size()];
  }

  void request(CapturedEvent event) {
    requests++;
    failed += event.isFailed() ? 1 : 0;
  }

  void add(CapturedEvent event, boolean hasPrediction) {
    rows++;
    predicted += hasPrediction ? 1 : 0;
    Instant time = event.time();
    from = from == null || time.isBefore(from) ? time : from;
    to = to == null || time.isAfter(to) ? time : to;
  }

  void named(int feature) {
    named[feature]++;
  }

  void extra(String name) {
    extra.add(name);
  }

  void retired(String name) {
    retired.add(name);
  }

  @Nullable Instant from() {
    return from;
  }

  @Nullable Instant to() {
    return to;
  }

  /** All, those of failed requests among them. */
  long rows() {
    return rows;
  }

  long predicted() {
    return predicted;
  }

  long requests() {
    return requests;
  }

  long failed() {
    return failed;
  }

  Map<String, Long> named() {
    Map<String, Long> counts = new TreeMap<>();
    for (int i = 0; i < named.length; i++) {
      counts.put(features.get(i), named[i]);
    }
    return counts;
  }

  Map<String, Long> extraColumns() {
    return extra.counts();
  }

  Map<String, Long> retiredColumns() {
    return retired.counts();
  }
}
